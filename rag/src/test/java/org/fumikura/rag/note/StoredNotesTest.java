package org.fumikura.rag.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Span;
import org.fumikura.rag.library.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredNotesTest {
    private static final NoteSource SOURCE = source(1, "牛乳は一日一本まで。");
    private static final NoteSource OTHER = source(2, "パンは朝に焼く。");

    @TempDir private Path folder;

    private static NoteSource source(int page, String quote) {
        return new NoteSource(
                new DocumentId("a".repeat(64)),
                Path.of("/notes/rules.md"),
                "Rules",
                page,
                new Span(7, 7 + quote.length()),
                quote);
    }

    @Test
    void notesAreThereAfterOpeningAgainLastChangedFirst() {
        var now = new AtomicLong(1000);
        List<Note> before;
        try (Database database = open()) {
            var notes = new StoredNotes(database, () -> Instant.ofEpochMilli(now.get()));
            Note first = notes.start("買い物\n牛乳", List.of(SOURCE));
            now.set(2000);
            notes.start("Second", List.of());
            now.set(3000);
            notes.write(first.id(), "買い物\n牛乳とパン", List.of(SOURCE, OTHER));
            before = notes.list();
            assertEquals(List.of(SOURCE, OTHER), before.getFirst().sources());
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
            Note note = notes.start("a", List.of(SOURCE));
            assertEquals(List.of(note), notes.list());
            notes.delete(note.id());
            notes.write(note.id(), "b", List.of(SOURCE));
            assertEquals(List.of(), notes.list());
        }
    }

    @Test
    void titleIsTheFirstLineWithWords() {
        assertEquals("Tea at four", Note.title("\n  \n## Tea at four \nand cake"));
        assertEquals("", Note.title(" \n"));
        assertEquals("#5 is late", Note.title("#5 is late"));
    }

    private Database open() {
        return Database.open(folder.resolve("library.db"));
    }
}
