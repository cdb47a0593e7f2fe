package org.fumikura.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fumikura.app.text.DayText;
import org.fumikura.app.text.Shortened;
import org.fumikura.inference.remote.Endpoint;
import org.fumikura.rag.answer.Alternative;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Contradiction;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.answer.Statement;
import org.fumikura.ui.Messages;

/// An answer as a terminal shows it: sentences with their citation marks, unsupported ones marked,
/// then the sources.
final class AnswerText {
    private static final int QUOTE = 120;
    private static final int NEAREST = 3;

    private AnswerText() {}

    static List<String> lines(Messages messages, Answer answer) {
        var lines = new ArrayList<String>();
        if (!answer.searched().isEmpty()) {
            lines.add(messages.get("cli.answer.searched", oneLine(answer.searched())));
            lines.add("");
        }
        if (answer.verdict() == Answer.Verdict.ABSTAINED) {
            lines.add(messages.get("cli.answer.abstained"));
            readWhole(messages, answer, lines);
            nearest(messages, answer, lines);
            return lines;
        }
        lines.add(marked(messages, answer));
        readWhole(messages, answer, lines);
        leftOut(messages, answer, lines);
        contradictions(messages, answer, lines);
        alternatives(messages, answer, lines);
        if (Endpoint.isLabel(answer.model())) {
            lines.add("");
            lines.add(messages.get("cli.answer.elsewhere", answer.model()));
        }
        if (!answer.citations().isEmpty()) {
            lines.add("");
            lines.add(messages.get("cli.answer.sources"));
            for (Citation citation : answer.citations()) {
                lines.add(
                        messages.get(
                                "cli.answer.source",
                                citation.number(),
                                citation.title(),
                                citation.page(),
                                oneLine(citation.quote()),
                                citation.file().toString()));
            }
        }
        return lines;
    }

    private static String marked(Messages messages, Answer answer) {
        var text = new StringBuilder();
        for (AnswerSentence sentence : answer.sentences()) {
            text.append(text.isEmpty() ? "" : sentence.before()).append(sentence.text());
            String mark =
                    switch (sentence.support()) {
                        case SUPPORTED, NONE -> numbers(sentence);
                        case PARTLY ->
                                numbers(sentence)
                                        + " "
                                        + messages.get(
                                                "cli.answer.partly",
                                                sentence.unborne().stream()
                                                        .map(part -> part.of(sentence.text()))
                                                        .collect(Collectors.joining(" / ")));
                        case UNSUPPORTED -> messages.get("cli.answer.unsupported");
                        case OWN -> messages.get("cli.answer.own");
                    };
            text.append(mark.isEmpty() ? "" : " ").append(mark);
        }
        return text.toString();
    }

    private static String numbers(AnswerSentence sentence) {
        return sentence.citations().stream().map(n -> "[" + n + "]").collect(Collectors.joining());
    }

    private static void contradictions(Messages messages, Answer answer, List<String> lines) {
        if (answer.remarks().contradictions().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(messages.get("contradictions.title"));
        for (Contradiction each : answer.remarks().contradictions()) {
            for (Statement statement : List.of(each.one(), each.other())) {
                lines.add(
                        messages.get(
                                "cli.answer.near",
                                statement.title(),
                                statement.page(),
                                oneLine(statement.text())));
                String day = statement.changed().map(at -> DayText.of(messages, at)).orElse("?");
                lines.add(messages.get("cli.answer.changed", statement.file().toString(), day));
            }
        }
    }

    private static void alternatives(Messages messages, Answer answer, List<String> lines) {
        if (answer.remarks().alternatives().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(messages.get("cli.answer.alternatives"));
        for (Alternative each : answer.remarks().alternatives()) {
            lines.add(
                    each.said()
                            .map(said ->
                                    messages.get(
                                            "cli.answer.alternative",
                                            each.name(),
                                            said.title(),
                                            said.page(),
                                            oneLine(said.text())))
                            .orElseGet(() ->
                                    messages.get("cli.answer.alternative.none", each.name())));
        }
    }

    private static void readWhole(Messages messages, Answer answer, List<String> lines) {
        answer.remarks()
                .readWhole()
                .ifPresent(file -> {
                    lines.add("");
                    lines.add(messages.get("cli.answer.read-whole", oneLine(file.title())));
                });
    }

    private static void leftOut(Messages messages, Answer answer, List<String> lines) {
        List<AnswerSentence> sentences = answer.remarks().leftOut();
        if (!sentences.isEmpty()) {
            lines.add("");
            lines.add(messages.get("cli.answer.left-out", sentences.size()));
            sentences.forEach(sentence -> lines.add("  " + oneLine(sentence.text())));
        }
    }

    private static void nearest(Messages messages, Answer answer, List<String> lines) {
        if (answer.hits().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(messages.get("cli.answer.nearest"));
        for (Hit hit : answer.hits().stream().limit(NEAREST).toList()) {
            lines.add(
                    messages.get(
                            "cli.answer.near",
                            hit.source().title(),
                            hit.ranked().passage().page(),
                            oneLine(hit.ranked().passage().text())));
        }
    }

    private static String oneLine(String text) {
        return Shortened.line(text, QUOTE);
    }
}
