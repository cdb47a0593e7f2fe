package org.fumikura.inference.ffm;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// Turns texts into vectors, several in a step. For one thread at a time.
final class EmbeddingContext {
    private static final int ABORTED = 2;

    private final LlamaApi api;
    private final MemorySegment context;
    private final TokenBatch batch;
    private final ThreadShare threads;
    private final Vocabulary vocabulary;
    private final int dimension;

    EmbeddingContext(
            LlamaApi api,
            MemorySegment context,
            TokenBatch batch,
            ThreadShare threads,
            Vocabulary vocabulary,
            int dimension) {
        this.api = api;
        this.context = context;
        this.batch = batch;
        this.threads = threads;
        this.vocabulary = vocabulary;
        this.dimension = dimension;
    }

    /// Computes texts in one step.
    ///
    /// @param texts tokens of each, as [#tokens(String, int)] gives them; together within the
    ///   context's room
    /// @return a vector for each; nothing if it was stopped
    Optional<List<float[]>> embed(List<int[]> texts) {
        batch.clear();
        for (int sequence = 0; sequence < texts.size(); sequence++) {
            int[] tokens = texts.get(sequence);
            for (int i = 0; i < tokens.length; i++) {
                batch.addWithOutput(tokens[i], i, sequence);
            }
        }
        if (!encode()) {
            return Optional.empty();
        }
        List<float[]> vectors = new ArrayList<>();
        for (int sequence = 0; sequence < texts.size(); sequence++) {
            vectors.add(vector(sequence));
        }
        return Optional.of(vectors);
    }

    /// The text's tokens, cut so that the model's special ones stay around it.
    int[] tokens(String text, int maxTokens) {
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
