package org.fumikura.rag.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.fumikura.rag.Span;

/// Plain text, kept character by character: paragraphs are parted by blank lines, pages by form
/// feeds. Program code and data are the same with their paragraphs verbatim.
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
    static PlainTextParser forCode() {
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
        List<Span> paragraphs = new ArrayList<>();
        int start = -1;
        int end = 0;
        for (int line = 0; line < page.length(); ) {
            int next = page.indexOf('\n', line);
            int lineEnd = next < 0 ? page.length() : next;
            boolean blank = page.substring(line, lineEnd).isBlank();
            if (blank && start >= 0) {
                paragraphs.add(new Span(start, end));
                start = -1;
            } else if (!blank) {
                start = start < 0 ? line : start;
                end = lineEnd;
            }
            line = lineEnd + 1;
        }
        if (start >= 0) {
            paragraphs.add(new Span(start, end));
        }
        assembly.beginPage();
        assembly.raw(page, paragraphs, kind);
    }
}
