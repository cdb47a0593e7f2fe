package org.fumikura.inference.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.fumikura.inference.InferenceException;

/// What a worker answers. Everything but [Piece] ends the call.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Response.Loaded.class, name = "loaded"),
    @JsonSubTypes.Type(value = Response.Counted.class, name = "counted"),
    @JsonSubTypes.Type(value = Response.Piece.class, name = "piece"),
    @JsonSubTypes.Type(value = Response.Generated.class, name = "generated"),
    @JsonSubTypes.Type(value = Response.Vectors.class, name = "vectors"),
    @JsonSubTypes.Type(value = Response.Failed.class, name = "failed")
})
sealed interface Response {

    /// The model is ready.
    ///
    /// @param millis how long loading took inside the worker
    record Loaded(long millis) implements Response {}

    /// The count asked for.
    record Counted(int tokens) implements Response {}

    /// The next piece of the answer.
    record Piece(String text) implements Response {}

    /// The answer is complete.
    ///
    /// @param cutOff whether it ended at the most tokens allowed rather than by itself
    /// @param stopped whether [Request.Cancel] ended it
    record Generated(GenerationStats stats, boolean cutOff, boolean stopped) implements Response {}

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

    /// The call failed; the worker goes on. The detail holds no text of the request.
    record Failed(InferenceException.Code code, String detail) implements Response {}
}
