package org.fumikura.rag.parse;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;

/// Markdown with tables, as it reads once rendered. A first line of front matter is left out.
final class MarkdownParser implements FormatParser {
    private static final Pattern FRONT_MATTER =
            Pattern.compile("(?s)\\A---\\R.*?\\R(?:---|\\.\\.\\.)\\R");

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        String source = FRONT_MATTER.matcher(TextDecoder.decode(input.bytes())).replaceFirst("");
        org.jsoup.nodes.Document page = Jsoup.parse(RENDERER.render(PARSER.parse(source)));
        var assembly = new TextAssembly();
        HtmlParser.append(page, assembly);
        var heading = page.selectFirst("h1");
        return assembly.finish(Titles.sensible(heading == null ? "" : heading.text()), mediaType);
    }
}
