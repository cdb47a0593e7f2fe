package org.fumikura.rag.note;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.fumikura.rag.library.Database;

/// Notes kept in the library's database.
public final class StoredNotes implements Notes {
    private final Database database;
    private final InstantSource clock;

    public StoredNotes(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Note> list() {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT id, text, changed FROM note"
                                        + " ORDER BY changed DESC, id DESC")
                        .map((row, context) ->
                                new Note(
                                        row.getLong("id"),
                                        row.getString("text"),
                                        Instant.ofEpochMilli(row.getLong("changed"))))
                        .list());
    }

    @Override
    public Note start(String text) {
        // The database keeps milliseconds; what is returned should equal what is read back.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long id =
                database.write(handle ->
                        handle.createUpdate(
                                        "INSERT INTO note (text, started, changed)"
                                                + " VALUES (:text, :now, :now)")
                                .bind("text", text)
                                .bind("now", now.toEpochMilli())
                                .executeAndReturnGeneratedKeys("id")
                                .mapTo(Long.class)
                                .one());
        return new Note(id, text, now);
    }

    @Override
    public void write(long note, String text) {
        database.write(handle ->
                handle.execute(
                        "UPDATE note SET text = ?, changed = ? WHERE id = ?",
                        text,
                        clock.millis(),
                        note));
    }

    @Override
    public void delete(long note) {
        database.write(handle -> handle.execute("DELETE FROM note WHERE id = ?", note));
    }
}
