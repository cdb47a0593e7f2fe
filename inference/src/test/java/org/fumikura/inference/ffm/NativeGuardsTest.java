package org.fumikura.inference.ffm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.engine.ModelLoad;
import org.fumikura.inference.engine.TestModels;
import org.fumikura.inference.engine.TestRuntime;
import org.fumikura.inference.engine.WorkerSettings.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// The library is loaded into this very process: a guard that fails ends it, and the test run.
@TestInstance(Lifecycle.PER_CLASS)
class NativeGuardsTest {
    private static final int CONTEXT = 256;

    private record Loaded(
            LlamaApi api, Vocabulary vocabulary, CachedSequence sequence, TokenBatch batch) {}

    private final AtomicReference<@Nullable Loaded> opened = new AtomicReference<>();

    @BeforeAll
    void load() {
        LlamaLibrary library = LlamaLibrary.open(TestRuntime.folder());
        String file = TestModels.chat().toString();
        ModelLoad load = new ModelLoad(file, Task.GENERATE, CONTEXT, 1, null, 0);
        MemorySegment model = FfmRuntime.model(library, load);
        LlamaApi api = library.api();
        MemorySegment context =
                FfmRuntime.context(api, model, load, load.threads(), new StopSwitch());
        Vocabulary vocabulary = new Vocabulary(api, model);
        TokenBatch batch = new TokenBatch(api.llamaNBatch(context), 4, Arena.global());
        ThreadShare threads = new ThreadShare(api, context, 1);
        CachedSequence sequence =
                new CachedSequence(api, context, batch, threads, vocabulary.size());
        opened.set(new Loaded(api, vocabulary, sequence, batch));
    }

    private Loaded loaded() {
        Loaded loaded = opened.get();
        if (loaded == null) {
            throw new IllegalStateException("not loaded");
        }
        return loaded;
    }

    @Test
    void batchIsAsLargeAsTheContextTakesNotAsWasAsked() {
        // The library cuts 512 to the context's length without a word.
        assertEquals(CONTEXT, loaded().batch().capacity());
    }

    @Test
    void tokenTooManyForABatchIsRefused() {
        TokenBatch batch = new TokenBatch(2, 1, Arena.ofAuto());
        batch.add(1, 0, 0);
        batch.addWithOutput(1, 1, 0);
        assertThrows(IllegalStateException.class, () -> batch.add(1, 2, 0));
    }

    @Test
    void resultTooManyForABatchIsRefused() {
        TokenBatch batch = new TokenBatch(4, 1, Arena.ofAuto());
        batch.addWithOutput(1, 0, 0);
        assertThrows(IllegalStateException.class, () -> batch.addWithOutput(1, 1, 0));
    }

    @Test
    void logitsThatWereNotComputedAreRefused() {
        CachedSequence sequence = loaded().sequence();
        float[] logits = new float[loaded().vocabulary().size()];
        sequence.cut(0);
        int[] prompt = loaded().vocabulary().promptTokens("The harbour");
        assertTrue(sequence.computeRest(prompt));
        sequence.logits(sequence.lastRow(), logits);
        assertThrows(IllegalStateException.class, () -> sequence.logits(0, logits));
        assertThrows(IllegalStateException.class, () -> sequence.logits(99, logits));
    }

    @Test
    void logitsAfterAFailedStepAreRefused() {
        CachedSequence sequence = loaded().sequence();
        float[] logits = new float[loaded().vocabulary().size()];
        sequence.cut(0);
        assertThrows(InferenceException.class, () -> sequence.compute(-7));
        assertThrows(IllegalStateException.class, () -> sequence.logits(0, logits));
        assertTrue(sequence.compute(1));
        sequence.logits(0, logits);
    }

    @Test
    void tokenThatTheGrammarForbidsIsRefused() {
        Vocabulary vocabulary = loaded().vocabulary();
        Candidates candidates = new Candidates(vocabulary.size(), Arena.ofAuto());
        int yes = vocabulary.tokens("yes")[0];
        int no = vocabulary.tokens("no")[0];
        try (GrammarRules grammar =
                new GrammarRules(loaded().api(), vocabulary, "root ::= \"yes\"", candidates)) {
            assertTrue(grammar.allows(yes));
            assertFalse(grammar.allows(no));
            assertThrows(IllegalStateException.class, () -> grammar.accept(no));
            grammar.accept(yes);
            assertThrows(IllegalStateException.class, () -> grammar.accept(yes));
        }
    }

    @Test
    void truncatedStateIsRefused() {
        CachedSequence sequence = loaded().sequence();
        sequence.cut(0);
        assertTrue(sequence.computeRest(loaded().vocabulary().promptTokens("The harbour froze.")));
        try (Arena arena = Arena.ofConfined()) {
            ByteBuffer whole = sequence.save(arena);
            for (int length : new int[] {0, 3, 4, 20, whole.limit() / 2, whole.limit() - 1}) {
                ByteBuffer cut = whole.duplicate().limit(length).slice();
                InferenceException refusal =
                        assertThrows(InferenceException.class, () -> sequence.restore(cut));
                assertEquals(Code.STATE_FOREIGN, refusal.code());
                assertEquals(0, sequence.length());
            }
            assertTrue(sequence.restore(whole.duplicate()) > 0);
        }
    }

    @Test
    void promptLongerThanTheContextFailsAndLeavesItUsable() {
        CachedSequence sequence = loaded().sequence();
        sequence.cut(0);
        int[] prompt = new int[CONTEXT + 1];
        Arrays.fill(prompt, 1);
        assertThrows(IllegalArgumentException.class, () -> sequence.keep(prompt));
        assertTrue(sequence.compute(1));
    }
}
