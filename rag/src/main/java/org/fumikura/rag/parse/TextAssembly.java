package org.fumikura.rag.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fumikura.rag.Page;
import org.fumikura.rag.Span;

/// Puts a document together from its pages and blocks in reading order. Text is cleaned on its way
/// in, blank blocks are left out. Not for use by several threads.
final class TextAssembly {
    /// The longest text a document may have, in UTF-16 code units: with the index and a second file
    /// being read it still fits a heap of one gigabyte.
    static final int MAX_LENGTH = 50_000_000;

    private final StringBuilder text = new StringBuilder();
    private final List<Page> pages = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private int pageStart = -1;
    private boolean letters;
    private Quality quality = Quality.FULL;

    /// Begins a page; what is added before the first call begins page 1 by itself.
    ///
    /// @throws Interruption if the thread was interrupted
    void beginPage() {
        Interruption.check();
        endPage();
        separate(1);
        pageStart = text.length();
    }

    void heading(String words, int level) {
        add(words.strip(), span -> new Block.Heading(span, level));
    }

    void paragraph(String words) {
        add(words.strip(), Block.Paragraph::new);
    }

    void listItem(String words) {
        add(words.strip(), Block.ListItem::new);
    }

    /// Adds a table row: cells without line breaks, parted by tabs; trailing empty cells left out.
    void row(List<String> cells, Block.TableRow.Role role) {
        var row = new StringBuilder();
        for (String cell : cells) {
            row.append(cell.strip().replaceAll("\\s*[\\n\\t]\\s*", " ")).append('\t');
        }
        String line = row.toString().stripTrailing();
        if (!line.isBlank()) {
            add(line, span -> new Block.TableRow(span, role));
        }
    }

    /// Adds text whose line breaks and indentation matter.
    void verbatim(String words) {
        add(stripBlankLines(words), Block.Verbatim::new);
    }

    /// Adds text as it is (cleaned already), with the blocks in it.
    void raw(String words, List<Block> inside) {
        open();
        check(words.length());
        int base = text.length();
        text.append(words);
        for (Block block : inside) {
            note(block.span().of(words));
            blocks.add(block.moved(base, 0));
        }
    }

    /// Adds a whole document on pages of its own: `name` as a heading of `level`, the document's
    /// headings below it.
    void append(ParsedDocument document, String name, int level) {
        add(document.quality());
        int next = 0;
        for (Page page : document.pages()) {
            beginPage();
            if (page.number() == 1) {
                heading(name, level);
                separate(name.isBlank() ? 0 : 2);
            }
            String words = page.span().of(document.text());
            check(words.length());
            int shift = text.length() - page.span().start();
            text.append(words);
            note(words);
            for (; next < document.blocks().size(); next++) {
                Block block = document.blocks().get(next);
                if (block.span().end() > page.span().end()) {
                    break;
                }
                blocks.add(block.moved(shift, level));
            }
        }
    }

    /// Adds what was recognised in the picture of a page.
    ///
    /// @return whether that is anything
    boolean add(PictureText text) {
        if (text.paragraphs().isEmpty()) {
            return false;
        }
        text.paragraphs().forEach(this::paragraph);
        add(Quality.RECOGNISED_PAGE);
        return true;
    }

    /// Adds to the report of what is left out.
    void add(Quality more) {
        quality = quality.plus(more);
    }

    /// Whether nothing with a letter or digit has been added.
    boolean isEmpty() {
        return !letters;
    }

    /// What was put together. If no block has a letter or digit, [ParseOutcome.NeedsOcr] if pages
    /// are left to be recognised, else [ParseOutcome.Empty].
    ParseOutcome finish(String title, String mediaType) {
        endPage();
        if (!letters) {
            int unread = quality.unrecognisedPages();
            return unread > 0 ? new ParseOutcome.NeedsOcr(unread) : new ParseOutcome.Empty();
        }
        return new ParseOutcome.Parsed(
                new ParsedDocument(title, mediaType, text.toString(), pages, blocks, quality));
    }

    private void add(String words, Function<Span, Block> kind) {
        Interruption.check();
        String clean = ReadableText.clean(words);
        if (clean.isBlank()) {
            return;
        }
        open();
        check(clean.length());
        if (text.length() > pageStart) {
            Block last = blocks.getLast();
            int start = text.length();
            Block next = kind.apply(new Span(start, start));
            boolean tight = isTight(last) && last.getClass().equals(next.getClass());
            separate(tight ? 1 : 2);
        }
        int start = text.length();
        text.append(clean);
        note(clean);
        blocks.add(kind.apply(new Span(start, text.length())));
    }

    private static boolean isTight(Block block) {
        return switch (block) {
            case Block.TableRow _, Block.ListItem _ -> true;
            case Block.Heading _, Block.Paragraph _, Block.Verbatim _ -> false;
        };
    }

    private void note(String words) {
        letters = letters || words.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private void check(int more) {
        if (text.length() > MAX_LENGTH - more) {
            throw new TooLargeException(MAX_LENGTH);
        }
    }

    private void separate(int breaks) {
        if (!text.isEmpty()) {
            text.repeat("\n", breaks);
        }
    }

    private void open() {
        if (pageStart < 0) {
            beginPage();
        }
    }

    private void endPage() {
        if (pageStart >= 0) {
            pages.add(new Page(pages.size() + 1, new Span(pageStart, text.length())));
        }
    }

    private static String stripBlankLines(String words) {
        return words.replaceFirst("^(?:[ \\t]*\\R)+", "").stripTrailing();
    }
}
