package org.fumikura.rag.parse;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// XML of any vocabulary. An element that mixes text with elements, or holds sentences, is a
/// paragraph; one that holds a word or two is a field named after it, the fields of an element a
/// record. Read with a parser that knows no external entities.
final class XmlParser implements FormatParser {
    private static final int LONGEST_FIELD = 80;
    private static final Set<String> MACHINE_READ =
            Set.of("xmlns", "xml", "xsi", "style", "class", "id", "href", "xlink");

    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        var document = Jsoup.parse(HtmlParser.decode(input.bytes()), "", Parser.xmlParser());
        var assembly = new TextAssembly();
        var fields = new Fields(assembly);
        for (Element root : document.children()) {
            add(root, fields, assembly);
        }
        fields.endRecord();
        return assembly.finish("", mediaType);
    }

    private static void add(Element element, Fields fields, TextAssembly assembly) {
        Interruption.check();
        boolean record = element.childrenSize() > 1;
        if (record) {
            fields.endRecord();
        }
        addAttributes(element, fields);
        if (hasOwnText(element)) {
            String text = element.text();
            boolean field =
                    element.childrenSize() == 0
                            && text.length() <= LONGEST_FIELD
                            && ".。!！?？".indexOf(text.charAt(text.length() - 1)) < 0;
            if (field) {
                fields.add(element.tagName(), text);
            } else {
                fields.endRecord();
                assembly.paragraph(text);
            }
            return;
        }
        for (Element child : element.children()) {
            add(child, fields, assembly);
        }
        if (record) {
            fields.endRecord();
        }
    }

    private static void addAttributes(Element element, Fields fields) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            String prefix = name.substring(0, Math.max(0, name.indexOf(':')));
            if (!MACHINE_READ.contains(name) && !MACHINE_READ.contains(prefix)) {
                fields.add(element.tagName() + "." + attribute.getKey(), attribute.getValue());
            }
        }
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
