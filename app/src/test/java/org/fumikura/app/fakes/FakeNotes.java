package org.fumikura.app.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.note.Note;
import org.fumikura.rag.note.NoteSource;
import org.fumikura.rag.note.Notes;

/// Notes in memory, on a disk that may be full.
public final class FakeNotes implements Notes {
    private final List<Note> kept = new ArrayList<>();
    private Optional<RuntimeException> fault = Optional.empty();
    private long next = 1;

    /// Lets the next calls fail, or succeed again.
    public void fail(Optional<RuntimeException> with) {
        fault = with;
    }

    /// What the notes say, last changed first.
    public List<String> texts() {
        return kept.stream().map(Note::text).toList();
    }

    @Override
    public List<Note> list() {
        return List.copyOf(kept);
    }

    @Override
    public Note start(String text, List<NoteSource> sources) {
        check();
        Note note = new Note(next++, text, Instant.EPOCH, sources);
        kept.addFirst(note);
        return note;
    }

    @Override
    public void write(long note, String text, List<NoteSource> sources) {
        check();
        if (kept.removeIf(each -> each.id() == note)) {
            kept.addFirst(new Note(note, text, Instant.EPOCH, sources));
        }
    }

    @Override
    public void delete(long note) {
        check();
        kept.removeIf(each -> each.id() == note);
    }

    private void check() {
        if (fault.isPresent()) {
            throw fault.get();
        }
    }
}
