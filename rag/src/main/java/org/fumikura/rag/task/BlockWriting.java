package org.fumikura.rag.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.Reply;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.parse.Block;
import org.fumikura.rag.parse.Block.TableRow.Role;
import org.fumikura.rag.task.RewrittenBlock.Form;
import org.fumikura.rag.task.RewrittenBlock.Mark;
import org.fumikura.rag.task.TaskEvent.Step;
import org.fumikura.rag.task.TaskResult.Rewritten;

/// Writes a document anew, block by block, so that its structure stays and nothing is lost: a block
/// whose reply is empty, cut off, far too short or in the wrong language is asked for once more,
/// then stays as it was, marked.
final class BlockWriting {
    private static final Pattern SIGN =
            Pattern.compile("^\\s*([-*+•・●○◦▪‣–]|[(（]?\\d{1,3}[.)）．、]|[①-⑳])\\s*");

    /// A reply this much shorter than its source leaves something out, in any pair of languages.
    private static final double TOO_SHORT = 0.15;

    private static final int LONG_ENOUGH_TO_TELL = 60;
    private static final int LEAST_TOKENS = 64;

    private final TaskRun run;
    private final TaskDocument document;
    private final Rendering rendering;
    private final SentenceSplitter sentences = new SentenceSplitter();
    private final Map<String, Piece> known = new HashMap<>();
    private final List<RewrittenBlock> written = new ArrayList<>();
    private boolean inTable;

    private record Piece(String text, Mark mark) {}

    BlockWriting(TaskRun run, TaskDocument document, Rendering rendering) {
        this.run = run;
        this.document = document;
        this.rendering = rendering;
    }

    Rewritten all() {
        run.each(Step.WRITING, document.content().blocks(), this::write);
        return new Rewritten(written);
    }

    private void write(Block block) {
        String text = block.span().of(document.content().text());
        boolean first = !inTable;
        inTable = block instanceof Block.TableRow;
        switch (block) {
            case Block.Heading heading ->
                    add(block, new Form.Heading(heading.level()), List.of(unwrapped(text)));
            case Block.Paragraph _ -> add(block, new Form.Paragraph(), List.of(unwrapped(text)));
            case Block.ListItem _ -> {
                Matcher sign = SIGN.matcher(text);
                boolean signed = sign.lookingAt();
                String rest = signed ? text.substring(sign.end()) : text;
                add(block, new Form.Item(signed ? sign.group(1) : "-"), List.of(unwrapped(rest)));
            }
            case Block.TableRow row -> {
                boolean begins = first || row.role() == Role.HEADER;
                add(
                        block,
                        new Form.Row(begins ? Form.Row.Place.FIRST : Form.Row.Place.LATER),
                        TableBlocks.cells(text));
            }
            case Block.Verbatim _ ->
                    keep(block, new Form.Verbatim(), List.of(text), List.of(text), Mark.KEPT);
        }
    }

    private void add(Block block, Form form, List<String> source) {
        List<Piece> pieces = source.stream().map(this::piece).toList();
        Mark mark = Mark.KEPT;
        for (Piece piece : pieces) {
            mark = worse(mark, piece.mark());
        }
        keep(block, form, source, pieces.stream().map(Piece::text).toList(), mark);
    }

    private void keep(Block block, Form form, List<String> source, List<String> text, Mark mark) {
        int page = document.page(block.span().start());
        written.add(new RewrittenBlock(form, source, text, mark, page, block.span()));
    }

    /// What was done of one part and what of another, together.
    private static Mark worse(Mark one, Mark other) {
        if (one == Mark.FAILED || other == Mark.FAILED) {
            return Mark.FAILED;
        }
        return one == Mark.DONE || other == Mark.DONE ? Mark.DONE : Mark.KEPT;
    }

    /// A text anew. The cells of a table repeat themselves: each is written once.
    private Piece piece(String source) {
        if (rendering.needless().test(source)) {
            return new Piece(source, Mark.KEPT);
        }
        Piece before = known.get(source);
        if (before != null) {
            return before;
        }
        var text = new StringBuilder();
        Mark mark = Mark.KEPT;
        for (String portion : portions(source)) {
            Piece piece = once(portion);
            text.append(text.isEmpty() ? "" : gap(text, piece.text())).append(piece.text());
            mark = worse(mark, piece.mark());
        }
        var piece = new Piece(text.toString(), mark);
        known.put(source, piece);
        return piece;
    }

    private Piece once(String source) {
        Optional<String> first = reply(rendering.request().apply(source), source);
        if (first.filter(text -> rendering.pure().test(source, text)).isPresent()) {
            return new Piece(first.get(), Mark.DONE);
        }
        return reply(rendering.again().apply(source), source)
                .or(() -> first)
                .map(text -> new Piece(text, Mark.DONE))
                .orElseGet(() -> new Piece(source, Mark.FAILED));
    }

    /// A whole reply in the right language, or none.
    private Optional<String> reply(String asked, String source) {
        Reply reply = run.ask(rendering.system(), asked, room(source));
        return Optional.of(bare(reply.text(), source))
                .filter(text -> reply.end() == Reply.End.DONE && isWhole(text, source));
    }

    private boolean isWhole(String text, String source) {
        boolean tooShort =
                source.length() >= LONG_ENOUGH_TO_TELL
                        && text.length() < TOO_SHORT * source.length();
        return !text.isBlank() && !tooShort && rendering.fits().test(text);
    }

    private int room(String source) {
        return LEAST_TOKENS + 3 * run.tokens(source);
    }

    /// Whole sentences, so many at a time that the model can hold them.
    private List<String> portions(String source) {
        return Parts.of(
                        sentences.split(source),
                        (Span span) -> run.tokens(span.of(source)),
                        run.settings().blockTokens())
                .stream()
                .map(part ->
                        source.substring(part.getFirst().start(), part.getLast().end()).strip())
                .filter(portion -> !portion.isEmpty())
                .toList();
    }

    /// A reply on one line, without what models wrap it in.
    private static String bare(String reply, String source) {
        String text = unwrapped(reply.strip().replaceAll("^```\\w*\\n|\\n```$", "")).strip();
        boolean quoted =
                text.length() > 2
                        && (text.startsWith("\"") && text.endsWith("\"")
                                || text.startsWith("「") && text.endsWith("」"))
                        && !source.startsWith(text.substring(0, 1));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /// A text without the line breaks of its page.
    private static String unwrapped(String text) {
        var joined = new StringBuilder();
        text.strip()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> joined.append(gap(joined, line)).append(line));
        return joined.toString();
    }

    /// What stands between two stretches of running text: nothing in Japanese.
    private static String gap(CharSequence before, String next) {
        if (before.isEmpty() || next.isEmpty()) {
            return "";
        }
        boolean wide = before.charAt(before.length() - 1) >= 0x2e80 && next.charAt(0) >= 0x2e80;
        return wide ? "" : " ";
    }
}
