package org.fumikura.rag.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.fumikura.rag.Span;

/// Plain text, kept character by character: paragraphs are parted by blank lines, pages by form
/// feeds. Data and other text for machines is the same with its paragraphs verbatim.
final class PlainTextParser implements FormatParser {
    private static final Pattern PAGE_BREAK = Pattern.compile("\\f");

    private final Function<Span, Block> kind;

    private PlainTextParser(Function<Span, Block> kind) {
        this.kind = kind;
    }

    /// For prose.
    static PlainTextParser forProse() {
        return new PlainTextParser(Block.Paragraph::new);
    }

    /// For text whose line breaks matter.
    static PlainTextParser forData() {
        return new PlainTextParser(Block.Verbatim::new);
    }

    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        String text = TextDecoder.decode(input.bytes());
        var assembly = new TextAssembly();
        for (String page : PAGE_BREAK.split(text)) {
            append(ReadableText.clean(page), assembly);
        }
        return assembly.finish("", mediaType);
    }

    private void append(String page, TextAssembly assembly) {
        assembly.beginPage();
        assembly.raw(page, paragraphs(page, 0, page.length()).stream().map(kind).toList());
    }

    /// The runs of lines between blank ones in `text` from `start` to `end`, without the white
    /// space around them but with the indentation of the first line.
    static List<Span> paragraphs(String text, int start, int end) {
        List<Span> found = new ArrayList<>();
        int first = -1;
        int last = 0;
        for (int line = start; line < end; ) {
            int next = text.indexOf('\n', line);
            int lineEnd = next < 0 || next > end ? end : next;
            boolean blank = text.substring(line, lineEnd).isBlank();
            if (blank && first >= 0) {
                found.add(new Span(first, last));
                first = -1;
            } else if (!blank) {
                first = first < 0 ? line : first;
                last = lineEnd;
            }
            line = lineEnd + 1;
        }
        if (first >= 0) {
            found.add(new Span(first, last));
        }
        return found;
    }
}
