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
        /// `prompt`, `chosen`, `rejected`: an answer and a better one to the same prompt, a good
        /// and a bad one to the same question, or the preferred one of two and the other.
        PREFERENCES,
        /// `prompt`, `completion`: what was good, or what should have been said.
        SUPERVISED
    }

    /// The lines for what was said. Answers for which no model was asked have none.
    public static List<String> lines(Judgements judgements, Form form) {
        List<Choice> choices = choices(judgements.comparisons());
        List<Entry> written =
                judgements.thumbs().stream()
                        .filter(entry -> !entry.answer().prompt().isEmpty())
                        .toList();
        return switch (form) {
            case PREFERENCES -> preferences(written, choices);
            case SUPERVISED -> supervised(written, choices);
        };
    }

    /// Writes the lines into `file`, in the place of what it held, and returns how many.
    ///
    /// @throws IOException if it cannot be written
    public static int write(Judgements judgements, Form form, Path file) throws IOException {
        List<String> lines = lines(judgements, form);
        Files.write(file, lines);
        return lines.size();
    }

    /// What was preferred to what.
    private record Choice(Answer chosen, Answer rejected) {}

    private static List<Choice> choices(List<Comparison> comparisons) {
        var choices = new ArrayList<Choice>();
        for (Comparison comparison : comparisons) {
            Answer one = comparison.one().answer();
            Answer other = comparison.other().answer();
            if (one.prompt().isEmpty()
                    || other.prompt().isEmpty()
                    || one.reply().equals(other.reply())) {
                continue;
            }
            switch (comparison.preference()) {
                case ONE -> choices.add(new Choice(one, other));
                case OTHER -> choices.add(new Choice(other, one));
                case BOTH, NEITHER -> {}
            }
        }
        return choices;
    }

    private static List<String> supervised(List<Entry> entries, List<Choice> choices) {
        var lines = new ArrayList<String>();
        for (Entry entry : entries) {
            Answer answer = entry.answer();
            String better = entry.feedback().better().strip();
            if (!better.isEmpty()) {
                lines.add(line(answer.prompt(), "completion", better));
            } else if (entry.feedback().rating() == Rating.GOOD) {
                lines.add(line(answer.prompt(), "completion", answer.reply()));
            }
        }
        choices.forEach(choice ->
                lines.add(line(choice.chosen().prompt(), "completion", choice.chosen().reply())));
        return lines;
    }

    private static List<String> preferences(List<Entry> entries, List<Choice> choices) {
        var lines = new ArrayList<String>();
        for (Entry entry : entries) {
            Answer answer = entry.answer();
            String better = entry.feedback().better().strip();
            if (!better.isEmpty()) {
                lines.add(line(answer.prompt(), "chosen", better, "rejected", answer.reply()));
            }
        }
        for (Entry good : rated(entries, Rating.GOOD)) {
            for (Entry bad : rated(entries, Rating.BAD)) {
                Answer chosen = good.answer();
                Answer rejected = bad.answer();
                if (chosen.question().equals(rejected.question())
                        && !chosen.reply().equals(rejected.reply())) {
                    lines.add(preference(chosen, rejected));
                }
            }
        }
        choices.forEach(choice -> lines.add(preference(choice.chosen(), choice.rejected())));
        return lines;
    }

    private static String preference(Answer chosen, Answer rejected) {
        return line(chosen.prompt(), "chosen", chosen.reply(), "rejected", rejected.reply());
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
