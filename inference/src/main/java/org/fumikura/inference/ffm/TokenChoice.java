package org.fumikura.inference.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import org.fumikura.inference.engine.Sampling;
import org.jspecify.annotations.Nullable;

/// Chooses the next token of one answer from its logits.
final class TokenChoice implements AutoCloseable {
    private final LlamaApi api;
    private final Candidates candidates;
    private final @Nullable GrammarRules grammar;
    private final @Nullable MemorySegment chain;

    /// @throws org.fumikura.inference.InferenceException `GRAMMAR_INVALID`
    TokenChoice(LlamaApi api, Vocabulary vocabulary, Sampling sampling, Candidates candidates) {
        this.api = api;
        this.candidates = candidates;
        String gbnf = sampling.grammar();
        grammar = gbnf == null ? null : new GrammarRules(api, vocabulary, gbnf, candidates);
        chain = sampling.temperature() == 0 ? null : chain(api, sampling);
    }

    private static MemorySegment chain(LlamaApi api, Sampling sampling) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chain =
                    api.llamaSamplerChainInit(api.llamaSamplerChainDefaultParams(arena));
            api.llamaSamplerChainAdd(chain, api.llamaSamplerInitTopK(sampling.topK()));
            api.llamaSamplerChainAdd(chain, api.llamaSamplerInitTopP((float) sampling.topP(), 1));
            api.llamaSamplerChainAdd(
                    chain, api.llamaSamplerInitTemp((float) sampling.temperature()));
            api.llamaSamplerChainAdd(
                    chain, api.llamaSamplerInitDist(ThreadLocalRandom.current().nextInt()));
            return chain;
        }
    }

    /// The next token; empty where the grammar allows none, not even the end. The logits are used
    /// up.
    OptionalInt next(float[] logits) {
        int token = pick(logits);
        if (grammar == null) {
            return OptionalInt.of(token);
        }
        // Nearly always the model's own choice is allowed, and one token is quickly looked at.
        if (!grammar.allows(token)) {
            grammar.restrict(logits);
            token = pick(logits);
            if (logits[token] == Float.NEGATIVE_INFINITY) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(token);
    }

    /// Tells the grammar which token was taken; not to be called for the end of the answer.
    void took(int token) {
        if (grammar != null) {
            grammar.accept(token);
        }
    }

    private int pick(float[] logits) {
        if (chain == null) {
            return likeliest(logits);
        }
        api.llamaSamplerApply(chain, candidates.all(logits));
        return candidates.selected();
    }

    /// The first of the tokens with the highest logit.
    static int likeliest(float[] logits) {
        int best = 0;
        for (int token = 1; token < logits.length; token++) {
            if (logits[token] > logits[best]) {
                best = token;
            }
        }
        return best;
    }

    @Override
    public void close() {
        if (grammar != null) {
            grammar.close();
        }
        if (chain != null) {
            api.llamaSamplerFree(chain);
        }
    }
}
