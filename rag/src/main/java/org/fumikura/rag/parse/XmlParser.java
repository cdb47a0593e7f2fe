package org.fumikura.rag.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/// XML of any vocabulary: the text of each element that has text of its own is a paragraph. Read
/// with a parser that knows no external entities.
final class XmlParser implements FormatParser {
    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        Document document = Jsoup.parse(HtmlParser.decode(input.bytes()), "", Parser.xmlParser());
        var assembly = new TextAssembly();
        for (String paragraph : paragraphs(document)) {
            assembly.paragraph(paragraph);
        }
        return assembly.finish("", mediaType);
    }

    private static List<String> paragraphs(Document document) {
        List<String> found = new ArrayList<>();
        document.traverse(
                (NodeVisitor)
                        (Node node, int depth) -> {
                            if (node instanceof Element element && hasOwnText(element)) {
                                if (element.parents().stream().noneMatch(XmlParser::hasOwnText)) {
                                    found.add(element.text());
                                }
                            }
                        });
        return found;
    }

    private static boolean hasOwnText(Element element) {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text && !text.isBlank()) {
                return true;
            }
        }
        return false;
    }
}
