package org.fumikura.rag.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.fumikura.rag.DocumentId;

/// Names a file by its bytes.
final class ContentHash {
    private ContentHash() {}

    static DocumentId of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new DocumentId(DigestUtils.sha256Hex(in));
        }
    }
}
