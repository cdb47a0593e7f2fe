package org.fumikura.inference.ffm;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.engine.NativeModel.Embedded;
import org.jspecify.annotations.Nullable;

/// Turns texts into vectors, as many in one step as its batch has room for.
final class EmbeddingContext {
    private static final int ABORTED = 2;

    private final LlamaApi api;
    private final MemorySegment context;
    private final TokenBatch batch;
    private final ThreadShare threads;
    private final Vocabulary vocabulary;
    private final int dimension;
    private final int mostSequences;

    EmbeddingContext(
            LlamaApi api,
            MemorySegment context,
            TokenBatch batch,
            ThreadShare threads,
            Vocabulary vocabulary,
            int dimension,
            int mostSequences) {
        this.api = api;
        this.context = context;
        this.batch = batch;
        this.threads = threads;
        this.vocabulary = vocabulary;
        this.dimension = dimension;
        this.mostSequences = mostSequences;
    }

    /// The vectors of the texts' beginnings; of the first ones only if it was stopped.
    Embedded embed(List<String> texts, int maxTokens, StopSwitch stop) {
        List<float[]> vectors = new ArrayList<>();
        int total = 0;
        int @Nullable [] waiting = null;
        while (vectors.size() < texts.size() && !stop.isOn()) {
            batch.clear();
            int sequences = 0;
            while (vectors.size() + sequences < texts.size() && sequences < mostSequences) {
                if (waiting == null) {
                    waiting = tokens(texts.get(vectors.size() + sequences), maxTokens);
                }
                if (batch.size() + waiting.length > batch.capacity()) {
                    break;
                }
                for (int i = 0; i < waiting.length; i++) {
                    batch.addWithOutput(waiting[i], i, sequences);
                }
                waiting = null;
                sequences++;
            }
            if (!encode()) {
                break;
            }
            total += batch.size();
            for (int sequence = 0; sequence < sequences; sequence++) {
                vectors.add(vector(sequence));
            }
        }
        return new Embedded(vectors, total);
    }

    /// The text's tokens, cut so that the model's special ones stay around it.
    private int[] tokens(String text, int maxTokens) {
        // XLM-R's own normalisation is not in the model file.
        int[] tokens = vocabulary.promptTokens(Normalizer.normalize(text, Normalizer.Form.NFKC));
        int most = Math.min(maxTokens, batch.capacity());
        if (tokens.length <= most) {
            return tokens;
        }
        int[] cut = Arrays.copyOf(tokens, most);
        cut[most - 1] = tokens[tokens.length - 1];
        return cut;
    }

    private boolean encode() {
        MemorySegment memory = api.llamaGetMemory(context);
        int result;
        if (memory.equals(MemorySegment.NULL)) {
            result = threads.run(() -> api.llamaEncode(context, batch.struct()));
        } else {
            // A network with a cache (one made from a chat model) starts each step with an empty
            // one.
            api.llamaMemoryClear(memory, false);
            result = threads.run(() -> api.llamaDecode(context, batch.struct()));
        }
        if (result != 0 && result != ABORTED) {
            throw new InferenceException(Code.GENERATION_FAILED, "encode " + result);
        }
        return result == 0;
    }

    private float[] vector(int sequence) {
        MemorySegment vector = api.llamaGetEmbeddingsSeq(context, sequence);
        if (vector.equals(MemorySegment.NULL)) {
            throw new InferenceException(Code.MODEL_UNSUITABLE, "no pooled vector");
        }
        // The memory is the context's own and changes with its next step.
        return vector.reinterpret((long) dimension * Float.BYTES).toArray(JAVA_FLOAT);
    }
}
