package org.fumikura.rag.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.fumikura.rag.chat.AnswerJson;
import org.fumikura.rag.feedback.Comparison.Contender;
import org.fumikura.rag.feedback.Comparison.Preference;
import org.fumikura.rag.library.Database;

/// Comparisons kept in the library's database.
public final class StoredComparisons implements Comparisons {
    private final Database database;
    private final InstantSource clock;

    public StoredComparisons(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void keep(Comparison comparison) {
        database.write(handle ->
                handle.execute(
                        "INSERT INTO comparison (one_side, one_answer, other_side, other_answer,"
                                + " preference, reason, given) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        comparison.one().side(),
                        AnswerJson.write(comparison.one().answer()),
                        comparison.other().side(),
                        AnswerJson.write(comparison.other().answer()),
                        comparison.preference().name(),
                        comparison.reason(),
                        clock.millis()));
    }

    @Override
    public List<Comparison> all() {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM comparison ORDER BY id")
                        .map((row, context) -> comparison(row))
                        .list());
    }

    private static Comparison comparison(ResultSet row) throws SQLException {
        return new Comparison(
                contender(row, "one"),
                contender(row, "other"),
                Preference.valueOf(row.getString("preference")),
                row.getString("reason"));
    }

    private static Contender contender(ResultSet row, String which) throws SQLException {
        return new Contender(
                row.getString(which + "_side"), AnswerJson.read(row.getString(which + "_answer")));
    }
}
