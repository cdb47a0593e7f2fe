package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.fumikura.rag.RagException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final String EARLIER_ROWS =
            """
            INSERT INTO document (id, title, media_type, text, pages, blocks, page_count, passages,
                indexed, embedded) VALUES ('%s', 'Kettle', 'text/markdown', 'The kettle.',
                '[[0,11]]', '[[1,0,11,0]]', 1, 1, 1, 1);
            INSERT INTO file (path, size, modified, document) VALUES ('/notes/a.md', 11, 7, '%s');
            INSERT INTO setting (name, value) VALUES ('theme', 'dark');
            INSERT INTO conversation (id, title, started, changed) VALUES (1, 'Tea', 1, 2);
            INSERT INTO turn (conversation, asked, answer) VALUES (1, 1, '{}');
            """
                    .replace("%s", "a".repeat(64));
    private static final String JUDGED_ROWS =
            """
            INSERT INTO judged_question (id, text) VALUES (1, 'How deep?');
            INSERT INTO judged_page (question, path, page, quote, verdict)
                VALUES (1, '/notes/a.md', 1, 'kettle', 'RIGHT');
            """;
    private static final String COMPARED_ROWS =
            """
            INSERT INTO comparison (one_side, one_answer, other_side, other_answer, preference,
                reason, given) VALUES ('a', '{}', 'b', '{}', 'ONE', '', 1);
            """;

    private static final String NOTE_ROWS =
            "INSERT INTO note (text, started, changed) VALUES ('Tea at four.', 1, 2);";

    private static final String SOURCE_ROWS =
            """
            INSERT INTO turn_file (turn, ordinal, path, text) VALUES (1, 0, '/notes/a.csv', 'a,b');
            INSERT INTO note_source (note, ordinal, document, path, title, page, starts, ends,
                quote) VALUES (1, 0, 'a', '/notes/a.md', 'A', 1, 0, 3, 'The');
            """;

    /// What each schema can first hold.
    private static final Map<Integer, String> ROWS =
            Map.of(
                    1,
                    EARLIER_ROWS,
                    8,
                    JUDGED_ROWS,
                    9,
                    COMPARED_ROWS,
                    10,
                    NOTE_ROWS,
                    11,
                    SOURCE_ROWS);

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

    @Test
    void itIsReadBesideAWriterAndWithoutOne() {
        Path file = folder.resolve("library.db");
        assertEquals(Optional.empty(), Database.openToRead(file));
        try (Database database = open()) {
            new StoredSettings(database).put("theme", "dark");
            try (Database read = Database.openToRead(file).orElseThrow()) {
                var settings = new StoredSettings(read);
                assertEquals(Optional.of("dark"), settings.get("theme"));
                new StoredSettings(database).put("theme", "light");
                assertEquals(Optional.of("light"), settings.get("theme"));
                assertEquals(
                        RagException.Code.NOT_WRITABLE,
                        assertThrows(RagException.class, () -> settings.put("theme", "no")).code());
            }
        }
        try (Database read = Database.openToRead(file).orElseThrow()) {
            assertEquals(Optional.of("light"), new StoredSettings(read).get("theme"));
        }
        try (Database database = open()) {
            database.write(handle -> handle.execute("PRAGMA user_version = 1"));
        }
        assertEquals(Optional.empty(), Database.openToRead(file));
    }

    @Test
    void aFullDiskIsNoDamageAndTheNextWriteAfterItSucceeds() {
        try (Database database = open()) {
            var settings = new StoredSettings(database);
            settings.put("theme", "dark");
            int pages =
                    database.read(handle ->
                            handle.createQuery("PRAGMA page_count").mapTo(Integer.class).one());
            limit(database, pages);
            RagException full =
                    assertThrows(
                            RagException.class, () -> settings.put("long", "x".repeat(1_000_000)));
            assertEquals(RagException.Code.DISK_FULL, full.code());
            assertEquals(folder.resolve("library.db").toString(), full.detail());
            assertEquals(Optional.of("dark"), settings.get("theme"));

            limit(database, 1_000_000);
            settings.put("long", "x".repeat(1_000_000));
            assertEquals(1_000_000, settings.get("long").orElseThrow().length());
        }
    }

    @Test
    void everyCommitIsOnTheDiskWhenItReturns() {
        try (Database database = open()) {
            // 2 is FULL: in write-ahead mode the log is synced at each commit.
            assertEquals(2, number(database, "PRAGMA synchronous"));
        }
    }

    @Test
    void aDatabaseOfEachEarlierSchemaIsBroughtUpToDate() throws SQLException {
        for (int schema = 1; schema <= Database.SCHEMA; schema++) {
            Path file = folder.resolve("schema-" + schema + ".db");
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var statement = connection.createStatement()) {
                for (int number = 1; number <= schema; number++) {
                    statement.executeUpdate(Database.script(number));
                    statement.executeUpdate(ROWS.getOrDefault(number, ""));
                }
                statement.executeUpdate("PRAGMA user_version = " + schema);
            }
            try (Database database = Database.open(file)) {
                assertEquals(Database.SCHEMA, number(database, "PRAGMA user_version"));
                assertTrue(database.isSound());
                LibraryFile note = database.read(FileTable::all).getFirst();
                assertEquals(Path.of("/notes/a.md"), note.path());
                assertEquals(FileState.READY, note.state());
                assertEquals(
                        "The kettle.",
                        database.read(handle ->
                                        DocumentTable.parsed(handle, note.document().orElseThrow()))
                                .orElseThrow()
                                .text());
                assertEquals(Optional.of("dark"), new StoredSettings(database).get("theme"));
                assertEquals(1, number(database, "SELECT count(*) FROM turn"));
                assertEquals(
                        schema >= 8 ? 1 : 0, number(database, "SELECT count(*) FROM judged_page"));
                assertEquals(
                        schema >= 9 ? 1 : 0, number(database, "SELECT count(*) FROM comparison"));
                assertEquals(schema >= 10 ? 1 : 0, number(database, "SELECT count(*) FROM note"));
                assertEquals(
                        schema >= 11 ? 2 : 0,
                        number(
                                database,
                                "SELECT (SELECT count(*) FROM turn_file)"
                                        + " + (SELECT count(*) FROM note_source)"));
            }
        }
    }

    private static int number(Database database, String query) {
        return database.<Integer>write(
                handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }

    private static void limit(Database database, int pages) {
        int now = number(database, "PRAGMA max_page_count = " + pages);
        assertEquals(pages, now);
    }

    private Database open() {
        return Database.open(folder.resolve("library.db"));
    }
}
