package org.fumikura.rag.parse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// HTML and XHTML as a browser without style sheets, scripts and network would show them. What the
/// page itself hides from its readers is left out.
final class HtmlParser implements FormatParser {
    private static final int PROLOGUE = 4096;
    private static final Pattern DECLARED =
            Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)");

    private static final Pattern HIDDEN =
            Pattern.compile(
                    "(?i)(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0(?![.\\d]*[1-9]))");

    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        org.jsoup.nodes.Document page = Jsoup.parse(decode(input.bytes()));
        var assembly = new TextAssembly();
        append(page, assembly);
        return assembly.finish(Titles.sensible(page.title()), mediaType);
    }

    /// The text of a page, by the encoding it declares if that can be true.
    static String decode(byte[] page) {
        int length = Math.min(page.length, PROLOGUE);
        Matcher declared =
                DECLARED.matcher(new String(page, 0, length, StandardCharsets.ISO_8859_1));
        return TextDecoder.decode(
                page, declared.find() ? Optional.of(declared.group(1)) : Optional.empty());
    }

    /// Adds the body of `page` to `assembly`.
    static void append(org.jsoup.nodes.Document page, TextAssembly assembly) {
        append(
                page,
                new MarkupBlocks(
                        assembly, MarkupBlocks.Whitespace.COLLAPSED, MarkupBlocks.PageRule.NONE));
    }

    /// Adds the body of `page` to `blocks` and finishes them.
    static void append(org.jsoup.nodes.Document page, MarkupBlocks blocks) {
        page.body().filter(new Walk(blocks));
        blocks.finish();
    }

    private record Walk(MarkupBlocks blocks) implements NodeFilter {
        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof Element element) {
                Interruption.check();
                if (isHidden(element)) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                blocks.start(element.normalName(), element.className());
            } else if (node instanceof TextNode text) {
                blocks.text(text.getWholeText());
            }
            return FilterResult.CONTINUE;
        }

        private static boolean isHidden(Element element) {
            return element.hasAttr("hidden") || HIDDEN.matcher(element.attr("style")).find();
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                blocks.end(element.normalName());
            }
            return FilterResult.CONTINUE;
        }
    }
}
