package org.fumikura.inference.engine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.fumikura.inference.InferenceException;

/// What a worker answers. Everything but [Piece] ends the call.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Response.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = Response.Unusable.class, name = "unusable"),
    @JsonSubTypes.Type(value = Response.Loaded.class, name = "loaded"),
    @JsonSubTypes.Type(value = Response.Counted.class, name = "counted"),
    @JsonSubTypes.Type(value = Response.Piece.class, name = "piece"),
    @JsonSubTypes.Type(value = Response.Generated.class, name = "generated"),
    @JsonSubTypes.Type(value = Response.Vectors.class, name = "vectors"),
    @JsonSubTypes.Type(value = Response.Scored.class, name = "scored"),
    @JsonSubTypes.Type(value = Response.Weighed.class, name = "weighed"),
    @JsonSubTypes.Type(value = Response.Saved.class, name = "saved"),
    @JsonSubTypes.Type(value = Response.Restored.class, name = "restored"),
    @JsonSubTypes.Type(value = Response.Failed.class, name = "failed")
})
sealed interface Response {

    /// The runtime's libraries are loaded.
    record Opened(RuntimeVersion version) implements Response {}

    /// The runtime cannot be used; the worker is of no more use.
    record Unusable(RuntimeFault fault) implements Response {}

    /// The model is ready.
    ///
    /// @param millis how long loading took inside the worker
    /// @param capabilities what it can do beyond generating and embedding
    record Loaded(long millis, Set<Capability> capabilities) implements Response {}

    /// The count asked for.
    record Counted(int tokens) implements Response {}

    /// The next piece of the answer.
    record Piece(String text) implements Response {}

    /// The answer has ended; how is in its figures.
    record Generated(GenerationStats stats) implements Response {}

    /// The vectors, one after another, four bytes a number, little-endian.
    ///
    /// @param tokens tokens of all texts together
    record Vectors(int dimension, byte[] numbers, int tokens) implements Response {

        static Vectors of(List<float[]> vectors, int tokens) {
            int dimension = vectors.isEmpty() ? 0 : vectors.getFirst().length;
            ByteBuffer bytes =
                    ByteBuffer.allocate(vectors.size() * dimension * Float.BYTES)
                            .order(ByteOrder.LITTLE_ENDIAN);
            FloatBuffer floats = bytes.asFloatBuffer();
            vectors.forEach(floats::put);
            return new Vectors(dimension, bytes.array(), tokens);
        }

        List<float[]> toList() {
            FloatBuffer floats =
                    ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
            List<float[]> vectors = new ArrayList<>();
            while (floats.hasRemaining()) {
                float[] vector = new float[dimension];
                floats.get(vector);
                vectors.add(vector);
            }
            return vectors;
        }
    }

    /// The passages' scores in their order, on the model's own scale; higher is better.
    record Scored(List<Double> scores) implements Response {}

    /// The natural logarithms of the continuations' probabilities, in their order.
    record Weighed(List<Double> logProbabilities) implements Response {}

    /// The cache's state.
    ///
    /// @param runtime which runtime it can be given back to
    /// @param checksum CRC-32C of the attachment
    record Saved(String runtime, long checksum, @JsonIgnore ByteBuffer attachment)
            implements Response, Frames.WithAttachment<Saved> {
        @Override
        public Saved with(ByteBuffer bytes) {
            return new Saved(runtime, checksum, bytes);
        }
    }

    /// The state is back.
    ///
    /// @param tokens how many tokens the cache holds now
    record Restored(int tokens) implements Response {}

    /// The call failed; the worker goes on. The detail holds no text of the request.
    record Failed(InferenceException.Code code, String detail) implements Response {}
}
