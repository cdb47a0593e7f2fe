package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fumikura.rag.RagException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir private Path folder;

    @Test
    void whatWasWrittenIsThereAfterOpeningAgain() {
        try (Database database = open()) {
            new StoredSettings(database).put("theme", "dark");
            new StoredSettings(database).put("theme", "light");
        }
        try (Database database = open()) {
            assertEquals(Optional.of("light"), new StoredSettings(database).get("theme"));
            assertEquals(Optional.empty(), new StoredSettings(database).get("language"));
        }
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        try (Database database = open()) {
            assertThrows(
                    IllegalStateException.class,
                    () ->
                            database.write(handle -> {
                                FileTable.register(handle, Path.of("/a.md"), FileStamp.NONE);
                                throw new IllegalStateException("no");
                            }));
            assertEquals(0, database.read(FileTable::all).size());
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsLeftAlone() {
        try (Database database = open()) {
            database.write(handle -> handle.execute("PRAGMA user_version = 99"));
        }
        assertEquals(
                RagException.Code.DATABASE_BROKEN,
                assertThrows(RagException.class, this::open).code());
    }

    @Test
    void aFileThatIsNoDatabaseIsSaidSo() throws IOException {
        Files.writeString(folder.resolve("library.db"), "words ".repeat(1000));
        assertEquals(
                RagException.Code.DATABASE_BROKEN,
                assertThrows(RagException.class, this::open).code());
    }

    private Database open() {
        return Database.open(folder.resolve("library.db"));
    }
}
