package org.fumikura.rag.index;

import java.util.ArrayList;
import java.util.List;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;

/// Documents and passages made up for tests of search.
public final class PassageFixtures {
    /// The chunker version of all passages made here.
    public static final int CHUNKER = 1;

    private PassageFixtures() {}

    /// A document whose digest repeats one hexadecimal digit.
    public static DocumentId document(char digit) {
        return new DocumentId(String.valueOf(digit).repeat(64));
    }

    /// The id of the document's passage number `ordinal`.
    public static PassageId id(DocumentId document, int ordinal) {
        return new PassageId(document, CHUNKER, ordinal);
    }

    /// One passage a text, each on its own page, one after another in the document.
    public static List<Passage> passages(DocumentId document, String... texts) {
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        for (String text : texts) {
            passages.add(
                    new Passage(
                            id(document, passages.size()),
                            passages.size() + 1,
                            new Span(start, start + text.length()),
                            List.of(),
                            text));
            start += text.length() + 1;
        }
        return passages;
    }
}
