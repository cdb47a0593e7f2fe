package org.fumikura.rag.chat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Grounding;
import org.fumikura.rag.library.Database;
import org.jdbi.v3.core.Handle;

/// Conversations kept in the library's database.
public final class StoredConversations implements Conversations {
    private final Database database;
    private final InstantSource clock;
    private final Runnable deleted;

    /// @param deleted run after a conversation was deleted, to forget what else is kept of it
    public StoredConversations(Database database, InstantSource clock, Runnable deleted) {
        this.database = database;
        this.clock = clock;
        this.deleted = deleted;
    }

    @Override
    public List<Conversation> list() {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT id, title, started, changed, grounding FROM conversation"
                                        + " ORDER BY changed DESC, id DESC")
                        .map((row, context) ->
                                new Conversation(
                                        row.getLong("id"),
                                        row.getString("title"),
                                        Instant.ofEpochMilli(row.getLong("started")),
                                        Instant.ofEpochMilli(row.getLong("changed")),
                                        Grounding.valueOf(row.getString("grounding"))))
                        .list());
    }

    @Override
    public Conversation start(String title, Grounding grounding) {
        Instant now = now();
        long id =
                database.write(handle ->
                        insert(
                                handle,
                                "INSERT INTO conversation (title, started, changed, grounding)"
                                        + " VALUES (?, ?, ?, ?)",
                                title,
                                now.toEpochMilli(),
                                now.toEpochMilli(),
                                grounding.name()));
        return new Conversation(id, title, now, now, grounding);
    }

    @Override
    public void ground(long conversation, Grounding grounding) {
        database.write(handle ->
                handle.execute(
                        "UPDATE conversation SET grounding = ? WHERE id = ?",
                        grounding.name(),
                        conversation));
    }

    @Override
    public void rename(long conversation, String title) {
        database.write(handle ->
                handle.execute(
                        "UPDATE conversation SET title = ? WHERE id = ?", title, conversation));
    }

    @Override
    public void delete(long conversation) {
        database.write(
                handle -> handle.execute("DELETE FROM conversation WHERE id = ?", conversation));
        deleted.run();
    }

    @Override
    public List<Turn> turns(long conversation) {
        return database.read(handle -> {
            Map<Long, List<TurnFile>> files = files(handle, conversation);
            return handle.createQuery(
                            "SELECT id, asked, answer FROM turn"
                                    + " WHERE conversation = :conversation ORDER BY id")
                    .bind("conversation", conversation)
                    .map((row, context) ->
                            new Turn(
                                    row.getLong("id"),
                                    Instant.ofEpochMilli(row.getLong("asked")),
                                    AnswerJson.read(row.getString("answer")),
                                    files.getOrDefault(row.getLong("id"), List.of())))
                    .list();
        });
    }

    /// The files of a conversation by turn.
    private static Map<Long, List<TurnFile>> files(Handle handle, long conversation) {
        return handle
                .createQuery(
                        "SELECT turn, path, text FROM turn_file WHERE turn IN"
                                + " (SELECT id FROM turn WHERE conversation = :conversation)"
                                + " ORDER BY turn, ordinal")
                .bind("conversation", conversation)
                .map((row, context) ->
                        Map.entry(
                                row.getLong("turn"),
                                new TurnFile(
                                        Path.of(row.getString("path")), row.getString("text"))))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public Turn append(long conversation, Answer answer, List<TurnFile> files) {
        Instant now = now();
        long id =
                database.write(handle -> {
                    handle.execute(
                            "UPDATE conversation SET changed = ? WHERE id = ?",
                            now.toEpochMilli(),
                            conversation);
                    long turn =
                            insert(
                                    handle,
                                    "INSERT INTO turn (conversation, asked, answer) VALUES (?, ?, ?)",
                                    conversation,
                                    now.toEpochMilli(),
                                    AnswerJson.write(answer));
                    for (int i = 0; i < files.size(); i++) {
                        handle.execute(
                                "INSERT INTO turn_file (turn, ordinal, path, text) VALUES (?, ?, ?, ?)",
                                turn,
                                i,
                                files.get(i).path().toString(),
                                files.get(i).text());
                    }
                    return turn;
                });
        return new Turn(id, now, answer, files);
    }

    private static long insert(Handle handle, String sql, Object... values) {
        var update = handle.createUpdate(sql);
        for (int i = 0; i < values.length; i++) {
            update.bind(i, values[i]);
        }
        return update.executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
    }

    /// The database keeps milliseconds; what is returned should equal what is read back.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
