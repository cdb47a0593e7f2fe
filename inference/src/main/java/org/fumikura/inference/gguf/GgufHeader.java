package org.fumikura.inference.gguf;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// What a GGUF file says about its model, read without any native code, so that a file which is no
/// model, or only the beginning of one, never reaches the native loader.
///
/// @param architecture llama.cpp's name of the network, for example `qwen2`
/// @param name the model's own name, may be empty
/// @param licence its licence as the file says, for example `apache-2.0`; may be empty
/// @param contextTokens longest context it was trained for, 0 if the file does not say
/// @param quantization how most weights are stored, for example `Q4_K_M`; empty if the file does
///   not say
/// @param chatTemplate its Jinja chat template
/// @param use what it is made for
/// @param shape the network's measures
/// @param parts of how many files this is one
/// @param tensors number of tensors
/// @param fileBytes size of the file
public record GgufHeader(
        String architecture,
        String name,
        String licence,
        int contextTokens,
        String quantization,
        Optional<String> chatTemplate,
        Use use,
        GgufShape shape,
        int parts,
        long tensors,
        long fileBytes) {

    /// What a model is made for.
    public enum Use {
        /// Writing text.
        TEXT,
        /// Making vectors.
        VECTORS,
        /// Scoring a passage against a question.
        SCORES,
        /// Telling whether one text follows from another.
        ENTAILMENT
    }

    private static final int MAGIC = 0x46554747;
    private static final int OLDEST = 2;
    private static final int NEWEST = 3;
    private static final long DEFAULT_ALIGNMENT = 32;
    private static final long RANK_POOLING = 4;

    /// Reads the header of a file.
    ///
    /// @throws InferenceException `MODEL_MISSING` if it cannot be opened, `MODEL_NOT_GGUF` if it
    ///   does not begin as a GGUF file does, `MODEL_BROKEN` if it makes no sense or ends before its
    ///   last tensor does
    public static GgufHeader read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            MemorySegment bytes =
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            GgufReader in = new GgufReader(bytes);
            if (bytes.byteSize() < Integer.BYTES || in.int32() != MAGIC) {
                throw new InferenceException(Code.MODEL_NOT_GGUF, file.toString());
            }
            return parse(in, bytes.byteSize());
        } catch (IOException e) {
            throw new InferenceException(Code.MODEL_MISSING, file.toString(), e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new InferenceException(Code.MODEL_BROKEN, file.toString(), e);
        }
    }

    private static GgufHeader parse(GgufReader in, long fileBytes) {
        int version = in.int32();
        if (version < OLDEST || version > NEWEST) {
            throw new IllegalArgumentException("version " + version);
        }
        long tensors = in.int64();
        long pairs = in.int64();
        var metadata = new GgufMetadata();
        for (long i = 0; i < pairs; i++) {
            String key = in.string();
            in.value(GgufValueType.of(in.int32())).ifPresent(value -> metadata.put(key, value));
        }
        long end = 0;
        for (long i = 0; i < tensors; i++) {
            end = Math.max(end, in.tensorEnd());
        }
        long alignment = metadata.number("general.alignment", DEFAULT_ALIGNMENT);
        long data = (in.position() + alignment - 1) / alignment * alignment;
        if (tensors < 1 || Math.addExact(data, end) > fileBytes) {
            throw new IllegalArgumentException("cut off");
        }
        String architecture = metadata.text("general.architecture").orElse("");
        return new GgufHeader(
                architecture,
                metadata.text("general.name").orElse(""),
                metadata.text("general.license").orElse(""),
                (int) metadata.number(architecture + ".context_length", 0),
                Quantization.name((int) metadata.number("general.file_type", -1)),
                metadata.text("tokenizer.chat_template"),
                use(architecture, metadata),
                GgufShape.of(architecture, metadata),
                (int) metadata.number("split.count", 1),
                tensors,
                fileBytes);
    }

    private static Use use(String architecture, GgufMetadata metadata) {
        long pooling = metadata.number(architecture + ".pooling_type", 0);
        if (pooling == RANK_POOLING) {
            return metadata.texts(architecture + ".classifier.output_labels").stream()
                            .anyMatch(Entailment::isLabel)
                    ? Use.ENTAILMENT
                    : Use.SCORES;
        }
        return pooling > 0 || Architecture.isEncoder(architecture) ? Use.VECTORS : Use.TEXT;
    }
}
