package org.fumikura.rag.task;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fumikura.rag.Passage;
import org.fumikura.rag.Span;
import org.fumikura.rag.parse.Block;
import org.fumikura.rag.task.TaskEvent.Step;
import org.fumikura.rag.task.TaskResult.Outline;
import org.fumikura.rag.task.TaskResult.Outline.Origin;
import org.fumikura.rag.task.TaskResult.OutlineEntry;

/// A document's outline: its own headings, or where it has none to speak of, one that the model
/// gives each part.
final class Outlining {
    /// A title alone is no outline.
    private static final int FEWEST = 2;

    private static final int HEADING_TOKENS = 40;
    private static final int LONGEST = 80;

    /// What models put around a heading.
    private static final Pattern WRAPPING =
            Pattern.compile(
                    "^(?:#+\\s*|\\*\\*|[\"“「『]|(?:Heading|Title|見出し)\\s*[:：]\\s*)+|(?:\\*\\*|[\"”」』.。])+$");

    private Outlining() {}

    static Outline outline(TaskRun run, TaskDocument document) {
        List<OutlineEntry> own = headings(document);
        return own.size() >= FEWEST
                ? new Outline(own, Origin.HEADINGS)
                : new Outline(named(run, document), Origin.MODEL);
    }

    private static List<OutlineEntry> headings(TaskDocument document) {
        var entries = new ArrayList<OutlineEntry>();
        String text = document.content().text();
        for (Block block : document.content().blocks()) {
            if (block instanceof Block.Heading(Span span, int level, Span name)) {
                String words = name.of(text).strip().replaceAll("\\s+", " ");
                entries.add(new OutlineEntry(level, words, document.page(span.start()), span));
            }
        }
        return entries;
    }

    private static List<OutlineEntry> named(TaskRun run, TaskDocument document) {
        var entries = new ArrayList<OutlineEntry>();
        List<List<Passage>> parts =
                Parts.of(
                        document.passages(),
                        passage -> run.tokens(passage.text()),
                        run.settings().partTokens());
        run.each(
                Step.READING,
                parts,
                part -> {
                    Passage first = part.getFirst();
                    var span = new Span(first.span().start(), part.getLast().span().end());
                    String text = span.of(document.content().text());
                    String reply =
                            run.ask(
                                            TaskWording.writer(document.language()),
                                            TaskWording.heading(document.language(), text),
                                            HEADING_TOKENS)
                                    .text();
                    entries.add(new OutlineEntry(1, heading(reply, first), first.page(), span));
                });
        return entries;
    }

    /// The first line of a reply, bare; of a reply without words, the part's own first words.
    private static String heading(String reply, Passage part) {
        String line = reply.strip().lines().findFirst().orElse("");
        String bare = WRAPPING.matcher(line.strip()).replaceAll("").strip();
        String words = bare.isEmpty() ? part.text().strip().replaceAll("\\s+", " ") : bare;
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
