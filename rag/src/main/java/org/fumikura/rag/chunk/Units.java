package org.fumikura.rag.chunk;

import java.util.ArrayList;
import java.util.List;
import org.fumikura.rag.Page;
import org.fumikura.rag.Span;
import org.fumikura.rag.parse.Block;
import org.fumikura.rag.parse.ParsedDocument;

/// Takes a document apart into units, page by page, keeping the path of headings. For one document;
/// not for use by several threads.
final class Units {
    private static final Unit.Start BLOCK = new Unit.Start.Block();
    private static final Unit.Start NOTHING = new Unit.Start.Nothing();
    // Header rows stand in front of every passage of their table: only so much of them.
    private static final int MAX_HEADER = 160;
    private static final int MAX_HEADING = 120;

    private final ParsedDocument document;
    private final String text;
    private final SentenceSplitter sentences = new SentenceSplitter();
    private final List<OpenHeading> path = new ArrayList<>();
    private String header = "";
    private int nextBlock;
    private List<Unit> units = new ArrayList<>();

    private record OpenHeading(int level, String text) {}

    Units(ParsedDocument document) {
        this.document = document;
        this.text = document.text();
    }

    /// The units of `page`. Pages must be asked for in order.
    List<Unit> of(Page page) {
        units = new ArrayList<>();
        List<Block> blocks = document.blocks();
        while (nextBlock < blocks.size()
                && blocks.get(nextBlock).span().start() < page.span().end()) {
            add(blocks.get(nextBlock));
            nextBlock++;
        }
        return units;
    }

    private void add(Block block) {
        switch (block) {
            case Block.Heading heading -> addHeading(heading);
            case Block.Paragraph(Span span) -> addSentences(span);
            case Block.ListItem(Span span) -> addSentences(span);
            case Block.TableRow row -> addRow(row);
            case Block.Verbatim(Span span) -> addLines(span);
        }
    }

    private void addHeading(Block.Heading heading) {
        header = "";
        path.removeIf(open -> open.level() >= heading.level());
        addPieces(heading.span(), new Unit.Start.Section(heading.level()), "");
        path.add(new OpenHeading(heading.level(), shorten(heading.name(), MAX_HEADING)));
    }

    private void addSentences(Span block) {
        header = "";
        Unit.Start start = BLOCK;
        for (Span sentence : sentences.split(block.of(text))) {
            addPieces(sentence.shift(block.start()), start, "");
            start = NOTHING;
        }
    }

    private void addRow(Block.TableRow row) {
        switch (row.role()) {
            case HEADER -> {
                addPieces(row.span(), BLOCK, "");
                header = shorten(row.span(), MAX_HEADER);
            }
            case BODY -> addPieces(row.span(), BLOCK, header);
        }
    }

    private void addLines(Span block) {
        header = "";
        Unit.Start start = BLOCK;
        int line = block.start();
        while (line < block.end()) {
            int lineBreak = text.indexOf('\n', line);
            int end = lineBreak < 0 || lineBreak > block.end() ? block.end() : lineBreak;
            if (text.substring(line, end).isBlank()) {
                start = BLOCK;
            } else {
                addPieces(new Span(line, end), start, "");
                start = NOTHING;
            }
            line = end + 1;
        }
    }

    /// Adds `span` as one unit, or as several if it is larger than a passage may be.
    private void addPieces(Span span, Unit.Start start, String tableHeader) {
        Unit.Start next = start;
        for (Span piece : Pieces.of(text, span)) {
            int from = units.isEmpty() ? piece.start() : units.getLast().span().end();
            units.add(
                    new Unit(
                            piece,
                            PassageSize.of(text, from, piece.end()),
                            next,
                            path.stream().map(OpenHeading::text).toList(),
                            tableHeader));
            next = NOTHING;
        }
    }

    private String shorten(Span span, int length) {
        String words = span.of(text).replaceAll("\\s*\\t\\s*", " | ").replaceAll("\\s+", " ");
        if (words.length() <= length) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(length - 1)) ? length - 1 : length;
        return words.substring(0, end);
    }
}
