package org.fumikura.rag.index;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Terms that were cut before, text after text, as Lucene takes them in.
final class TermStream extends TokenStream {
    /// Between a title, a heading and the text nothing stands together.
    private static final int GAP = 100;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<List<String>> texts;
    private Iterator<List<String>> rest = Collections.emptyIterator();
    private Iterator<String> text = Collections.emptyIterator();

    /// @param texts the terms of each text, in the order they come
    TermStream(List<List<String>> texts) {
        this.texts = texts;
    }

    @Override
    public void reset() {
        rest = texts.iterator();
        text = Collections.emptyIterator();
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        while (!text.hasNext()) {
            if (!rest.hasNext()) {
                return false;
            }
            text = rest.next().iterator();
            step.setPositionIncrement(GAP);
        }
        term.append(text.next());
        return true;
    }
}
