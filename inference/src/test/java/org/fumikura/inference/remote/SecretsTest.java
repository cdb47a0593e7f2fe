package org.fumikura.inference.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.fumikura.inference.InferenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir Path folder;

    @Test
    void secretComesBackAndIsNowhereToBeRead() throws IOException {
        var secrets = new Secrets(folder);
        secrets.put("home", "sk-very-secret");
        secrets.put("home", "sk-very-secret-2");
        secrets.put("職場", "鍵");
        assertEquals(Optional.of("sk-very-secret-2"), new Secrets(folder).get("home"));
        assertEquals(Optional.of("鍵"), secrets.get("職場"));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(content.contains("very-secret"), file.toString());
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
    }

    @Test
    void removedSecretIsGone() {
        var secrets = new Secrets(folder);
        assertEquals(Optional.empty(), secrets.get("home"));
        secrets.put("home", "secret");
        secrets.remove("home");
        secrets.remove("home");
        assertEquals(Optional.empty(), secrets.get("home"));
    }

    @Test
    void secretInAnothersPlaceOrChangedIsRefused() throws IOException {
        var secrets = new Secrets(folder);
        secrets.put("home", "secret");
        Path home = folder.resolve("home.secret");
        Files.copy(home, folder.resolve("work.secret"));
        assertThrows(InferenceException.class, () -> secrets.get("work"));
        byte[] content = Files.readAllBytes(home);
        content[content.length - 1] ^= 1;
        Files.write(folder.resolve("changed"), content);
        Files.move(folder.resolve("changed"), home, StandardCopyOption.REPLACE_EXISTING);
        assertThrows(InferenceException.class, () -> secrets.get("home"));
        Files.write(home, new byte[3]);
        assertThrows(InferenceException.class, () -> secrets.get("home"));
    }
}
