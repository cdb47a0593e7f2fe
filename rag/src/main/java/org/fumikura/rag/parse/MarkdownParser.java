package org.fumikura.rag.parse;

import java.io.IOException;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;

/// Markdown with tables, as it reads once rendered. A first line of front matter is left out.
final class MarkdownParser implements FormatParser {
    private static final String FRONT_MATTER = "(?s)\\A---\\R.*?\\R(?:---|\\.\\.\\.)\\R";

    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        String source = TextDecoder.decode(input.bytes()).replaceFirst(FRONT_MATTER, "");
        var extensions = List.of(TablesExtension.create());
        var tree = Parser.builder().extensions(extensions).build().parse(source);
        String html = HtmlRenderer.builder().extensions(extensions).build().render(tree);
        org.jsoup.nodes.Document page = Jsoup.parse(html);
        var assembly = new TextAssembly();
        HtmlParser.append(page, assembly);
        var heading = page.selectFirst("h1");
        return assembly.finish(Titles.sensible(heading == null ? "" : heading.text()), mediaType);
    }
}
