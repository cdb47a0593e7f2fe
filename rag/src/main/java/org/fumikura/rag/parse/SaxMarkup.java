package org.fumikura.rag.parse;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// Passes SAX events on to [MarkupBlocks]. Ignorable white space, which Tika adds for looks, is
/// ignored.
final class SaxMarkup extends DefaultHandler {
    private final MarkupBlocks blocks;

    SaxMarkup(MarkupBlocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        Interruption.check();
        @Nullable String cssClass = attributes.getValue("class");
        blocks.start(localName.toLowerCase(Locale.ROOT), cssClass == null ? "" : cssClass);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        blocks.end(localName.toLowerCase(Locale.ROOT));
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        blocks.text(new String(chars, start, length));
    }
}
