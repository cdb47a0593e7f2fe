package org.fumikura.rag.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.fumikura.rag.library.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredNotesTest {
    @TempDir private Path folder;

    @Test
    void notesAreThereAfterOpeningAgainLastChangedFirst() {
        var now = new AtomicLong(1000);
        List<Note> before;
        try (Database database = open()) {
            var notes = new StoredNotes(database, () -> Instant.ofEpochMilli(now.get()));
            Note first = notes.start("買い物\n牛乳");
            now.set(2000);
            notes.start("Second");
            now.set(3000);
            notes.write(first.id(), "買い物\n牛乳とパン");
            before = notes.list();
            assertEquals(List.of("買い物\n牛乳とパン", "Second"), before.stream().map(Note::text).toList());
        }
        try (Database database = open()) {
            assertEquals(before, new StoredNotes(database, Instant::now).list());
        }
    }

    @Test
    void deletedNoteStaysDeletedWhateverIsWrittenAfterwards() {
        try (Database database = open()) {
            var notes = new StoredNotes(database, Instant::now);
            Note note = notes.start("a");
            assertEquals(List.of(note), notes.list());
            notes.delete(note.id());
            notes.write(note.id(), "b");
            assertEquals(List.of(), notes.list());
        }
    }

    @Test
    void titleIsTheFirstLineWithWords() {
        assertEquals("Tea at four", new Note(1, "\n  \n## Tea at four \nand cake", now()).title());
        assertEquals("", new Note(1, " \n", now()).title());
        assertEquals("#5 is late", new Note(1, "#5 is late", now()).title());
    }

    private static Instant now() {
        return Instant.EPOCH;
    }

    private Database open() {
        return Database.open(folder.resolve("library.db"));
    }
}
