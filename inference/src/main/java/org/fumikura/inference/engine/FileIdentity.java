package org.fumikura.inference.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Sha256;

/// Tells large files apart in milliseconds: by their size and by samples spread over them, so that
/// two trainings of one network, which differ in every tensor, are told apart too.
final class FileIdentity {
    private static final int SAMPLES = 64;
    private static final int SAMPLE_BYTES = 4096;

    private FileIdentity() {}

    /// @throws InferenceException `MODEL_MISSING` if it cannot be read
    static String of(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            MessageDigest digest = Sha256.digest();
            long size = channel.size();
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
            ByteBuffer sample = ByteBuffer.allocate(SAMPLE_BYTES);
            for (int i = 0; i < SAMPLES; i++) {
                sample.clear();
                channel.read(sample, size / SAMPLES * i);
                digest.update(sample.flip());
            }
            return Sha256.hex(digest);
        } catch (IOException e) {
            throw new InferenceException(Code.MODEL_MISSING, file.toString(), e);
        }
    }
}
