package org.fumikura.rag.note;

import java.util.List;

/// The person's notes. Every call is durable when it returns; may be used from any thread.
public interface Notes {
    /// All notes, last changed first.
    List<Note> list();

    /// Keeps a new note.
    Note start(String text, List<NoteSource> sources);

    /// Keeps what a note says now. One that was deleted meanwhile stays so.
    void write(long note, String text, List<NoteSource> sources);

    /// Forgets a note.
    void delete(long note);
}
