package org.fumikura.rag.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fumikura.rag.DocumentId;

/// Names a file by its bytes.
final class ContentHash {
    private ContentHash() {}

    static DocumentId of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var digest =
                        new DigestOutputStream(
                                OutputStream.nullOutputStream(),
                                MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(digest);
            return new DocumentId(HexFormat.of().formatHex(digest.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
