package org.fumikura.inference.catalog;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.fumikura.inference.Sha256;

/// SHA-512 in the form package registries give it.
final class Sha512 {
    private Sha512() {}

    /// Reads the whole file.
    ///
    /// @return `sha512-<base64>`
    /// @throws org.fumikura.inference.InferenceException `IO_FAILED` if it cannot be read
    static String integrity(Path file) {
        try {
            byte[] hash = Sha256.update(MessageDigest.getInstance("SHA-512"), file).digest();
            return "sha512-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
