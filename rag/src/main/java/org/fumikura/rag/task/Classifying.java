package org.fumikura.rag.task;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.Gbnf;
import org.fumikura.rag.answer.Reply;
import org.fumikura.rag.parse.Block;
import org.fumikura.rag.parse.Block.TableRow.Role;
import org.fumikura.rag.task.Task.Classify;
import org.fumikura.rag.task.TaskEvent.Step;
import org.fumikura.rag.task.TaskResult.LabelledItem;
import org.fumikura.rag.task.TaskResult.Labels;

/// Labels by the probability of each as the model's reply, with the person's examples before it as
/// earlier turns. What the model would say to no text at all is taken out of it (contextual
/// calibration; Zhao et al., "Calibrate Before Use", 2021). Where the runtime cannot tell
/// probabilities, the model writes one of the labels.
final class Classifying {
    private static final int LABEL_TOKENS = 24;

    /// A text without content, in both languages.
    private static final String NOTHING = "N/A";

    private final TaskRun run;
    private final Classify task;
    private final List<LabelledItem> items = new ArrayList<>();
    private Optional<List<Double>> prior = Optional.empty();

    private Classifying(TaskRun run, Classify task) {
        this.run = run;
        this.task = task;
    }

    static Labels classify(TaskRun run, Classify task) {
        return new Classifying(run, task).all();
    }

    private record Item(TaskDocument document, String text, Span span) {}

    private Labels all() {
        List<Item> all =
                task.documents().stream()
                        .flatMap(document ->
                                switch (task.each()) {
                                    case DOCUMENT -> beginning(document).stream();
                                    case ROW -> rows(document).stream();
                                })
                        .toList();
        if (!all.isEmpty()) {
            prior = weigh(NOTHING);
        }
        run.each(Step.LABELLING, all, this::label);
        return new Labels(items);
    }

    private void label(Item item) {
        Optional<List<Double>> weighed = weigh(item.text());
        List<Double> shares = weighed.map(this::shares).orElse(List.of());
        String label =
                weighed.isPresent()
                        ? task.labels()
                                .get(shares.indexOf(shares.stream().max(Double::compare).get()))
                        : written(item.text());
        items.add(
                new LabelledItem(
                        item.document().source(),
                        item.text(),
                        item.document().page(item.span().start()),
                        item.span(),
                        label,
                        shares));
    }

    private Optional<List<Double>> weigh(String text) {
        return run.model().control().probabilities(messages(text), task.labels());
    }

    private List<Double> shares(List<Double> weighed) {
        var calibrated = new ArrayList<Double>();
        for (int i = 0; i < weighed.size(); i++) {
            double usual = prior.isPresent() ? prior.get().get(i) : 1;
            calibrated.add(weighed.get(i) / Math.max(usual, 1e-6));
        }
        double sum = calibrated.stream().mapToDouble(share -> share).sum();
        return calibrated.stream()
                .map(share -> sum > 0 ? share / sum : 1.0 / calibrated.size())
                .toList();
    }

    /// The label that the model writes; empty if it writes none of them.
    private String written(String text) {
        String choice =
                task.labels().stream()
                        .map(Gbnf::literal)
                        .collect(Collectors.joining(" | ", "root ::= ", "\n"));
        String reply =
                Reply.await(
                                run.model(),
                                messages(text),
                                LABEL_TOKENS,
                                run.sign(),
                                Optional.of(choice))
                        .text()
                        .toLowerCase(Locale.ROOT);
        return task.labels().stream()
                .filter(label -> reply.contains(label.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse("");
    }

    private List<ChatMessage> messages(String text) {
        var messages = new ArrayList<ChatMessage>();
        messages.add(SystemMessage.from(TaskWording.labeller(task.labels())));
        for (Classify.Example example : task.examples()) {
            messages.add(UserMessage.from(example.text()));
            messages.add(AiMessage.from(example.label()));
        }
        messages.add(UserMessage.from(text));
        return messages;
    }

    private Optional<Item> beginning(TaskDocument document) {
        return Parts.of(
                        document.passages(),
                        passage -> run.tokens(passage.text()),
                        run.settings().partTokens())
                .stream()
                .findFirst()
                .map(part -> new Span(part.getFirst().span().start(), part.getLast().span().end()))
                .map(span -> new Item(document, span.of(document.content().text()), span));
    }

    /// The rows of its tables, cells named by their header; of a document without any, its
    /// paragraphs.
    private static List<Item> rows(TaskDocument document) {
        var rows = new ArrayList<Item>();
        var paragraphs = new ArrayList<Item>();
        String text = document.content().text();
        List<String> header = List.of();
        for (Block block : document.content().blocks()) {
            switch (block) {
                case Block.TableRow(Span span, Role role) -> {
                    List<String> cells = TableBlocks.cells(span.of(text));
                    if (role == Role.HEADER) {
                        header = cells;
                    } else {
                        rows.add(new Item(document, named(header, cells), span));
                    }
                }
                case Block.Paragraph(Span span) ->
                        paragraphs.add(new Item(document, span.of(text), span));
                case Block.ListItem(Span span) ->
                        paragraphs.add(new Item(document, span.of(text), span));
                case Block.Heading _, Block.Verbatim _ -> {}
            }
        }
        return rows.isEmpty() ? paragraphs : rows;
    }

    private static String named(List<String> header, List<String> cells) {
        if (cells.size() == 1 || header.size() != cells.size()) {
            return String.join(" | ", cells);
        }
        var named = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            named.add(header.get(i) + ": " + cells.get(i));
        }
        return String.join("\n", named);
    }
}
