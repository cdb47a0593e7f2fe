package org.fumikura.inference.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// Tells large files apart in milliseconds: by their size and by samples spread over them, so that
/// two trainings of one network, which differ in every tensor, are told apart too.
final class FileIdentity {
    private static final int SAMPLES = 64;
    private static final int SAMPLE_BYTES = 4096;

    private FileIdentity() {}

    /// @throws InferenceException `MODEL_MISSING` if it cannot be read
    static String of(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = channel.size();
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
            ByteBuffer sample = ByteBuffer.allocate(SAMPLE_BYTES);
            for (int i = 0; i < SAMPLES; i++) {
                sample.clear();
                channel.read(sample, size / SAMPLES * i);
                digest.update(sample.flip());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new InferenceException(Code.MODEL_MISSING, file.toString(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
