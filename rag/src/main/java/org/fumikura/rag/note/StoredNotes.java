package org.fumikura.rag.note;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Span;
import org.fumikura.rag.library.Database;
import org.jdbi.v3.core.Handle;

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
        return database.read(handle -> {
            Map<Long, List<NoteSource>> sources = sources(handle);
            return handle.createQuery(
                            "SELECT id, text, changed FROM note ORDER BY changed DESC, id DESC")
                    .map((row, context) ->
                            new Note(
                                    row.getLong("id"),
                                    row.getString("text"),
                                    Instant.ofEpochMilli(row.getLong("changed")),
                                    sources.getOrDefault(row.getLong("id"), List.of())))
                    .list();
        });
    }

    private static Map<Long, List<NoteSource>> sources(Handle handle) {
        return handle
                .createQuery("SELECT * FROM note_source ORDER BY note, ordinal")
                .map((row, context) -> Map.entry(row.getLong("note"), source(row)))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static NoteSource source(ResultSet row) throws SQLException {
        return new NoteSource(
                new DocumentId(row.getString("document")),
                Path.of(row.getString("path")),
                row.getString("title"),
                row.getInt("page"),
                new Span(row.getInt("starts"), row.getInt("ends")),
                row.getString("quote"));
    }

    @Override
    public Note start(String text, List<NoteSource> sources) {
        // The database keeps milliseconds; what is returned should equal what is read back.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long id =
                database.write(handle -> {
                    long note =
                            handle.createUpdate(
                                            "INSERT INTO note (text, started, changed)"
                                                    + " VALUES (:text, :now, :now)")
                                    .bind("text", text)
                                    .bind("now", now.toEpochMilli())
                                    .executeAndReturnGeneratedKeys("id")
                                    .mapTo(Long.class)
                                    .one();
                    keep(handle, note, sources);
                    return note;
                });
        return new Note(id, text, now, sources);
    }

    @Override
    public void write(long note, String text, List<NoteSource> sources) {
        database.write(handle -> {
            int written =
                    handle.execute(
                            "UPDATE note SET text = ?, changed = ? WHERE id = ?",
                            text,
                            clock.millis(),
                            note);
            if (written > 0) {
                handle.execute("DELETE FROM note_source WHERE note = ?", note);
                keep(handle, note, sources);
            }
            return written;
        });
    }

    private static void keep(Handle handle, long note, List<NoteSource> sources) {
        for (int i = 0; i < sources.size(); i++) {
            NoteSource source = sources.get(i);
            handle.execute(
                    "INSERT INTO note_source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    note,
                    i,
                    source.document().sha256(),
                    source.file().toString(),
                    source.title(),
                    source.page(),
                    source.span().start(),
                    source.span().end(),
                    source.quote());
        }
    }

    @Override
    public void delete(long note) {
        database.write(handle -> handle.execute("DELETE FROM note WHERE id = ?", note));
    }
}
