package org.fumikura.rag.parse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.jsoup.Jsoup;
import org.xml.sax.ContentHandler;

/// Reads one chapter of an EPUB, on a page of its own, into the [TextAssembly] of the parse
/// context.
final class EpubChapterParser implements Parser {
    private static final long serialVersionUID = 1L;

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(MediaType.application("xhtml+xml"));
    }

    @Override
    public void parse(
            InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException {
        TextAssembly assembly = context.get(TextAssembly.class);
        assembly.beginPage();
        HtmlParser.append(Jsoup.parse(HtmlParser.decode(stream.readAllBytes())), assembly);
    }
}
