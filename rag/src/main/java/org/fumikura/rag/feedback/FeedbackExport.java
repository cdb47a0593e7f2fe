package org.fumikura.rag.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.feedback.Feedback.Rating;
import org.fumikura.rag.feedback.FeedbackBook.Entry;

/// Feedback as training data: a JSON object a line, the prompt as the model was sent it, passages
/// included.
public final class FeedbackExport {
    private static final JsonMapper JSON = new JsonMapper();

    private FeedbackExport() {}

    /// What the data is for.
    public enum Form {
        /// `prompt`, `chosen`, `rejected`: an answer and a better one to the same prompt, or a good
        /// and a bad one to the same question.
        PREFERENCES,
        /// `prompt`, `completion`: what was good, or what should have been said.
        SUPERVISED
    }

    /// The lines for `entries`. Answers for which no model was asked have none.
    public static List<String> lines(List<Entry> entries, Form form) {
        List<Entry> written =
                entries.stream()
                        .filter(entry -> !entry.turn().answer().prompt().isEmpty())
                        .toList();
        return switch (form) {
            case PREFERENCES -> preferences(written);
            case SUPERVISED -> supervised(written);
        };
    }

    /// Writes the lines into `file`, in the place of what it held, and returns how many.
    ///
    /// @throws IOException if it cannot be written
    public static int write(List<Entry> entries, Form form, Path file) throws IOException {
        List<String> lines = lines(entries, form);
        Files.write(file, lines);
        return lines.size();
    }

    private static List<String> supervised(List<Entry> entries) {
        var lines = new ArrayList<String>();
        for (Entry entry : entries) {
            Answer answer = entry.turn().answer();
            String better = entry.feedback().better().strip();
            if (!better.isEmpty()) {
                lines.add(line(answer.prompt(), "completion", better));
            } else if (entry.feedback().rating() == Rating.GOOD) {
                lines.add(line(answer.prompt(), "completion", answer.reply()));
            }
        }
        return lines;
    }

    private static List<String> preferences(List<Entry> entries) {
        var lines = new ArrayList<String>();
        for (Entry entry : entries) {
            Answer answer = entry.turn().answer();
            String better = entry.feedback().better().strip();
            if (!better.isEmpty()) {
                lines.add(line(answer.prompt(), "chosen", better, "rejected", answer.reply()));
            }
        }
        for (Entry good : rated(entries, Rating.GOOD)) {
            for (Entry bad : rated(entries, Rating.BAD)) {
                Answer chosen = good.turn().answer();
                Answer rejected = bad.turn().answer();
                if (chosen.question().equals(rejected.question())
                        && !chosen.reply().equals(rejected.reply())) {
                    lines.add(
                            line(
                                    chosen.prompt(),
                                    "chosen",
                                    chosen.reply(),
                                    "rejected",
                                    rejected.reply()));
                }
            }
        }
        return lines;
    }

    private static List<Entry> rated(List<Entry> entries, Rating rating) {
        return entries.stream().filter(entry -> entry.feedback().rating() == rating).toList();
    }

    private static String line(String prompt, String... fields) {
        ObjectNode line = JSON.createObjectNode().put("prompt", prompt);
        for (int i = 0; i < fields.length; i += 2) {
            line.put(fields[i], fields[i + 1]);
        }
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
