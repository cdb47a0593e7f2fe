package org.fumikura.rag.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns the elements of HTML, or of what a parser renders as HTML, into the blocks and pages of a
/// [TextAssembly]. Elements come as start, text and end, properly nested. Not for use by several
/// threads.
final class MarkupBlocks {
    /// What white space in text means.
    enum Whitespace {
        /// As in HTML: any run of it is one space, or nothing inside Japanese.
        COLLAPSED,
        /// As in office files: line breaks and tabs are meant.
        KEPT
    }

    /// Where pages begin, beside the elements that say so themselves.
    enum PageRule {
        NONE,
        /// Each outermost table is a sheet.
        AT_TABLES,
        /// A paragraph of speaker's notes ends a slide.
        AFTER_NOTES
    }

    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "section",
                    "article",
                    "header",
                    "footer",
                    "main",
                    "aside",
                    "nav",
                    "blockquote",
                    "address",
                    "figure",
                    "figcaption",
                    "form",
                    "fieldset",
                    "legend",
                    "ul",
                    "ol",
                    "dl",
                    "dd",
                    "center",
                    "hr",
                    "details",
                    "summary",
                    "caption",
                    "body",
                    "option");
    private static final Set<String> UNSEEN =
            Set.of("script", "style", "template", "head", "rt", "rp", "svg", "iframe", "object");
    private static final Set<String> PAGE_CLASSES = Set.of("page", "sheet", "slide-content");
    private static final String SPACES = " \n\t\r\f\u00A0";
    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n\\s*");

    private final TextAssembly assembly;
    private final Whitespace whitespace;
    private final PageRule pageRule;
    private final StringBuilder text = new StringBuilder();
    private final Deque<MarkupTable> tables = new ArrayDeque<>();
    private final Deque<ListNumbers> lists = new ArrayDeque<>();
    private final Deque<Boolean> notes = new ArrayDeque<>();
    private int unseen;
    private int preformatted;
    private int heading;
    private boolean item;
    private int pagesToBegin;

    MarkupBlocks(TextAssembly assembly, Whitespace whitespace, PageRule pageRule) {
        this.assembly = assembly;
        this.whitespace = whitespace;
        this.pageRule = pageRule;
    }

    /// An element begins; `name` in lower case, `cssClass` empty if it has none.
    void start(String name, String cssClass) {
        if (unseen > 0 || UNSEEN.contains(name)) {
            unseen++;
            return;
        }
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush();
                heading = name.charAt(1) - '0';
            }
            case "br" -> text.append('\n');
            case "li" -> {
                flush();
                item = true;
                text.append(lists.isEmpty() ? "" : lists.peek().next());
            }
            case "ul", "ol" -> {
                flush();
                lists.push(new ListNumbers(name.equals("ol")));
            }
            case "dt" -> flush();
            case "dd" -> {}
            case "pre" -> {
                flush();
                preformatted++;
            }
            case "table" -> startTable();
            case "tr" -> flush();
            case "td", "th" -> startCell();
            default -> {
                if (BLOCKS.contains(name)) {
                    startBlock(name, cssClass);
                }
            }
        }
    }

    /// The element that began last and has not ended ends.
    void end(String name) {
        if (unseen > 0) {
            unseen--;
            return;
        }
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                flush();
                heading = 0;
            }
            case "li" -> {
                flush();
                item = false;
            }
            case "ul", "ol" -> {
                flush();
                lists.poll();
            }
            case "dt" -> text.append(text.isEmpty() ? "" : ": ");
            case "dd" -> flush();
            case "pre" -> {
                flush();
                preformatted--;
            }
            case "table" -> endTable();
            case "tr" -> endRow();
            case "td", "th" -> endCell();
            default -> {
                if (BLOCKS.contains(name)) {
                    endBlock(name);
                }
            }
        }
    }

    /// Text inside the element begun last.
    void text(String chars) {
        if (unseen > 0) {
            return;
        }
        if (whitespace == Whitespace.KEPT || preformatted > 0) {
            text.append(chars);
        } else {
            appendCollapsed(chars);
        }
    }

    /// Ends the page here: what follows is on the next one.
    void beginPage() {
        flush();
        assembly.beginPage();
    }

    /// Nothing more comes.
    void finish() {
        while (!tables.isEmpty()) {
            endTable();
        }
        flush();
    }

    private void startBlock(String name, String cssClass) {
        flush();
        if (name.equals("p")) {
            notes.push(cssClass.equals("notes"));
            item = item || cssClass.startsWith("list");
        } else if (PAGE_CLASSES.contains(cssClass)) {
            assembly.beginPage();
        }
    }

    private void endBlock(String name) {
        flush();
        if (name.equals("p")) {
            item = !lists.isEmpty();
            boolean endsSlide = !notes.isEmpty() && notes.pop();
            if (endsSlide && pageRule == PageRule.AFTER_NOTES) {
                pagesToBegin++;
            }
        }
    }

    private void appendCollapsed(String chars) {
        for (int i = 0; i < chars.length(); i++) {
            char c = chars.charAt(i);
            if (SPACES.indexOf(c) < 0) {
                text.append(c);
                continue;
            }
            boolean breaksLine = c == '\n';
            while (i + 1 < chars.length() && SPACES.indexOf(chars.charAt(i + 1)) >= 0) {
                breaksLine |= chars.charAt(++i) == '\n';
            }
            int length = text.length();
            if (length == 0 || Character.isWhitespace(text.charAt(length - 1))) {
                continue;
            }
            boolean insideJapanese =
                    breaksLine
                            && i + 1 < chars.length()
                            && ReadableText.isUnspaced(text.charAt(length - 1))
                            && ReadableText.isUnspaced(chars.charAt(i + 1));
            text.append(insideJapanese ? "" : " ");
        }
    }

    private void startTable() {
        flush();
        for (MarkupTable outer : tables) {
            outer.spill(assembly);
        }
        if (tables.isEmpty() && pageRule == PageRule.AT_TABLES) {
            assembly.beginPage();
        }
        tables.push(new MarkupTable());
    }

    private void endTable() {
        flush();
        MarkupTable table = tables.poll();
        if (table != null) {
            table.end(assembly);
        }
    }

    private void startCell() {
        flush();
        if (!tables.isEmpty()) {
            tables.peek().startCell();
        }
    }

    private void endCell() {
        flush();
        if (!tables.isEmpty()) {
            tables.peek().endCell();
        }
    }

    private void endRow() {
        flush();
        if (!tables.isEmpty()) {
            tables.peek().endRow(assembly);
        }
    }

    private void flush() {
        if (text.isEmpty()) {
            return;
        }
        String words = text.toString();
        text.setLength(0);
        if (words.isBlank()) {
            return;
        }
        while (pagesToBegin > 0) {
            assembly.beginPage();
            pagesToBegin--;
        }
        MarkupTable table = tables.peek();
        if (table != null && table.takesText()) {
            table.append(words);
        } else if (preformatted > 0) {
            assembly.verbatim(words);
        } else if (heading > 0) {
            assembly.heading(words.strip().replaceAll("\\s*\\n\\s*", " "), heading);
        } else if (item) {
            assembly.listItem(words);
        } else {
            BLANK_LINE.splitAsStream(words).forEach(assembly::paragraph);
        }
    }

    /// The numbers of one list; bullets are for the eye only.
    private static final class ListNumbers {
        private final boolean ordered;
        private int last;

        ListNumbers(boolean ordered) {
            this.ordered = ordered;
        }

        String next() {
            last++;
            return ordered ? last + ". " : "";
        }
    }
}
