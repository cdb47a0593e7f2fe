package org.fumikura.rag.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.chat.AnswerJson;
import org.fumikura.rag.feedback.Feedback.Rating;
import org.fumikura.rag.library.Database;

/// Feedback kept in the library's database.
public final class StoredFeedback implements FeedbackBook {
    private final Database database;
    private final InstantSource clock;

    public StoredFeedback(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Feedback> of(long turn) {
        return database.read(handle ->
                handle.createQuery("SELECT rating, reason, better FROM feedback WHERE turn = :turn")
                        .bind("turn", turn)
                        .map((row, context) -> feedback(row))
                        .findFirst());
    }

    @Override
    public void give(long turn, Feedback feedback) {
        database.write(handle ->
                handle.execute(
                        "INSERT OR REPLACE INTO feedback (turn, rating, reason, better, given)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        turn,
                        feedback.rating().name(),
                        feedback.reason(),
                        feedback.better(),
                        clock.millis()));
    }

    @Override
    public void takeBack(long turn) {
        database.write(handle -> handle.execute("DELETE FROM feedback WHERE turn = ?", turn));
    }

    @Override
    public List<Entry> all() {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT t.answer, f.rating, f.reason, f.better"
                                        + " FROM feedback f JOIN turn t ON t.id = f.turn ORDER BY t.id")
                        .map((row, context) ->
                                new Entry(AnswerJson.read(row.getString("answer")), feedback(row)))
                        .list());
    }

    private static Feedback feedback(ResultSet row) throws SQLException {
        return new Feedback(
                Rating.valueOf(row.getString("rating")),
                row.getString("reason"),
                row.getString("better"));
    }
}
