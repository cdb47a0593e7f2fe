package org.fumikura.inference.gguf;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// What a GGUF file says about its model, read without any native code, so that a file which is no
/// model, or only the beginning of one, never reaches the native loader.
///
/// @param architecture llama.cpp's name of the network, for example `qwen2`
/// @param name the model's own name, may be empty
/// @param contextTokens longest context it was trained for, 0 if the file does not say
/// @param fileType llama.cpp's number for the quantization (2: Q4_0, 3: Q4_1, 15: Q4_K_M), -1 if
///   the file does not say
/// @param chatTemplate its Jinja chat template
/// @param tensors number of tensors
/// @param fileBytes size of the file
public record GgufHeader(
        String architecture,
        String name,
        int contextTokens,
        int fileType,
        Optional<String> chatTemplate,
        long tensors,
        long fileBytes) {

    private static final int MAGIC = 0x46554747;
    private static final int OLDEST = 2;
    private static final int NEWEST = 3;
    private static final long DEFAULT_ALIGNMENT = 32;

    /// Reads the header of a file.
    ///
    /// @throws InferenceException `MODEL_MISSING` if it cannot be opened, `MODEL_BROKEN` if it is
    ///   no GGUF file or ends before its last tensor begins
    public static GgufHeader read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            MemorySegment bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            return parse(bytes);
        } catch (IOException e) {
            throw new InferenceException(Code.MODEL_MISSING, file.toString(), e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new InferenceException(Code.MODEL_BROKEN, file.toString(), e);
        }
    }

    private static GgufHeader parse(MemorySegment bytes) {
        GgufReader in = new GgufReader(bytes);
        int magic = in.int32();
        int version = in.int32();
        if (magic != MAGIC || version < OLDEST || version > NEWEST) {
            throw new IllegalArgumentException("magic " + magic + ", version " + version);
        }
        long tensors = in.int64();
        long pairs = in.int64();
        Map<String, Object> metadata = new HashMap<>();
        for (long i = 0; i < pairs; i++) {
            String key = in.string();
            in.value(GgufValueType.of(in.int32())).ifPresent(value -> metadata.put(key, value));
        }
        long lastTensor = 0;
        for (long i = 0; i < tensors; i++) {
            lastTensor = Math.max(lastTensor, in.tensorOffset());
        }
        long alignment = number(metadata, "general.alignment", DEFAULT_ALIGNMENT);
        long data = (in.position() + alignment - 1) / alignment * alignment;
        if (tensors < 1 || data + lastTensor >= bytes.byteSize()) {
            throw new IllegalArgumentException("cut off");
        }
        String architecture = text(metadata, "general.architecture").orElse("");
        return new GgufHeader(
                architecture,
                text(metadata, "general.name").orElse(""),
                (int) number(metadata, architecture + ".context_length", 0),
                (int) number(metadata, "general.file_type", -1),
                text(metadata, "tokenizer.chat_template"),
                tensors,
                bytes.byteSize());
    }

    private static Optional<String> text(Map<String, Object> metadata, String key) {
        return Optional.ofNullable(metadata.get(key) instanceof String text ? text : null);
    }

    private static long number(Map<String, Object> metadata, String key, long otherwise) {
        return metadata.get(key) instanceof Number number ? number.longValue() : otherwise;
    }
}
