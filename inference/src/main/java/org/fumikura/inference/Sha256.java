package org.fumikura.inference;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fumikura.inference.InferenceException.Code;

/// SHA-256 in lower-case hexadecimal.
public final class Sha256 {
    private static final int BUFFER = 1 << 18;

    private Sha256() {}

    /// A fresh digest.
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What was digested, as text; the digest begins anew.
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Reads the whole file.
    ///
    /// @throws InferenceException `IO_FAILED` if it cannot be read
    public static String of(Path file) {
        return hex(update(digest(), file));
    }

    /// Feeds the whole file into a digest.
    ///
    /// @throws InferenceException `IO_FAILED` if it cannot be read
    public static MessageDigest update(MessageDigest digest, Path file) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        } catch (IOException e) {
            throw new InferenceException(Code.IO_FAILED, file.toString(), e);
        }
        return digest;
    }
}
