package org.fumikura.inference.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// A GBNF grammar on its way through one answer. The library ends the process when a token that the
/// grammar forbids is accepted; here that throws instead.
final class GrammarRules implements AutoCloseable {
    private final LlamaApi api;
    private final MemorySegment sampler;
    private final Candidates candidates;

    /// @throws InferenceException `GRAMMAR_INVALID` if it does not parse
    GrammarRules(LlamaApi api, Vocabulary vocabulary, String gbnf, Candidates candidates) {
        this.api = api;
        this.candidates = candidates;
        try (Arena arena = Arena.ofConfined()) {
            sampler =
                    api.llamaSamplerInitGrammar(
                            vocabulary.address(),
                            arena.allocateFrom(gbnf),
                            arena.allocateFrom("root"));
        }
        // The empty text is a grammar that allows everything: nobody means that.
        if (sampler.equals(MemorySegment.NULL) || gbnf.isBlank()) {
            throw new InferenceException(Code.GRAMMAR_INVALID, "");
        }
    }

    /// Whether the token may come next.
    boolean allows(int token) {
        api.llamaSamplerApply(sampler, candidates.only(token));
        return candidates.possible();
    }

    /// Makes the logits of all tokens that may not come next negative infinity. Slow: it looks at
    /// the whole vocabulary.
    void restrict(float[] logits) {
        api.llamaSamplerApply(sampler, candidates.all(logits));
        candidates.readInto(logits);
    }

    /// Goes on past the token.
    ///
    /// @throws IllegalStateException if it may not come next
    void accept(int token) {
        if (!allows(token)) {
            throw new IllegalStateException("the grammar forbids token " + token);
        }
        api.llamaSamplerAccept(sampler, token);
    }

    @Override
    public void close() {
        api.llamaSamplerFree(sampler);
    }
}
