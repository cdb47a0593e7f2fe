package org.fumikura.rag.feedback;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fumikura.rag.feedback.JudgedPage.Verdict;
import org.fumikura.rag.library.Database;
import org.jdbi.v3.core.Handle;

/// The question set kept in the library's database.
public final class StoredQuestions implements QuestionSet {
    private final Database database;

    /// @param database borrowed
    public StoredQuestions(Database database) {
        this.database = database;
    }

    @Override
    public List<JudgedQuestion> all() {
        return database.read(StoredQuestions::all);
    }

    private static List<JudgedQuestion> all(Handle handle) {
        Map<Long, List<JudgedPage>> pages = new LinkedHashMap<>();
        handle.createQuery(
                        "SELECT question, path, page, quote, verdict FROM judged_page"
                                + " ORDER BY path, page")
                .map((row, context) ->
                        pages.computeIfAbsent(row.getLong("question"), _ -> new ArrayList<>())
                                .add(
                                        new JudgedPage(
                                                Path.of(row.getString("path")),
                                                row.getInt("page"),
                                                row.getString("quote"),
                                                Verdict.valueOf(row.getString("verdict")))))
                .list();
        return handle.createQuery("SELECT id, text FROM judged_question ORDER BY id")
                .map((row, context) ->
                        new JudgedQuestion(
                                row.getLong("id"),
                                row.getString("text"),
                                pages.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    @Override
    public void judge(String question, JudgedPage page) {
        if (question.isBlank()) {
            throw new IllegalArgumentException("a question has words");
        }
        database.write(handle -> {
            handle.execute(
                    "INSERT OR IGNORE INTO judged_question (text) VALUES (?)", question.strip());
            return handle.execute(
                    "INSERT OR REPLACE INTO judged_page (question, path, page, quote, verdict)"
                            + " SELECT id, ?, ?, ?, ? FROM judged_question WHERE text = ?",
                    page.file().toString(),
                    page.page(),
                    page.quote(),
                    page.verdict().name(),
                    question.strip());
        });
    }

    @Override
    public void takeBack(String question, Path file, int page) {
        database.write(handle -> {
            handle.execute(
                    "DELETE FROM judged_page WHERE path = ? AND page = ? AND question ="
                            + " (SELECT id FROM judged_question WHERE text = ?)",
                    file.toString(),
                    page,
                    question.strip());
            return handle.execute(
                    "DELETE FROM judged_question WHERE text = ? AND id NOT IN"
                            + " (SELECT question FROM judged_page)",
                    question.strip());
        });
    }

    @Override
    public void reword(long question, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a question has words");
        }
        database.write(handle -> {
            // Where the new words are there already, the pages go over to them.
            handle.execute(
                    "UPDATE OR IGNORE judged_page SET question ="
                            + " (SELECT id FROM judged_question WHERE text = ?) WHERE question = ?"
                            + " AND EXISTS (SELECT 1 FROM judged_question WHERE text = ? AND id <> ?)",
                    text.strip(),
                    question,
                    text.strip(),
                    question);
            handle.execute(
                    "DELETE FROM judged_question WHERE id = ?"
                            + " AND EXISTS (SELECT 1 FROM judged_question WHERE text = ? AND id <> ?)",
                    question,
                    text.strip(),
                    question);
            return handle.execute(
                    "UPDATE judged_question SET text = ? WHERE id = ?", text.strip(), question);
        });
    }

    @Override
    public void remove(long question) {
        database.write(
                handle -> handle.execute("DELETE FROM judged_question WHERE id = ?", question));
    }
}
