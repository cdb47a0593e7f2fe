package org.fumikura.rag.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;

/// A passage as Lucene stores it.
final class PassageFields {
    /// The passage's key: a term to find it by, a doc value to name it by.
    static final String ID = "id";

    /// The document's key, to scope and to delete by.
    static final String DOCUMENT = "document";

    private static final String PAGE = "page";
    private static final String START = "start";
    private static final String HEADING = "heading";
    private static final String TEXT = "text";

    /// What the index keeps of the words of each field.
    private static final Map<String, FieldType> FIELDS =
            Map.of(
                    PassageAnalysis.JAPANESE, words(IndexOptions.DOCS_AND_FREQS),
                    PassageAnalysis.READING, words(IndexOptions.DOCS),
                    PassageAnalysis.ENGLISH, words(IndexOptions.DOCS_AND_FREQS),
                    PassageAnalysis.SURFACE, words(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS));

    private PassageFields() {}

    private static FieldType words(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(options == IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    /// Adds the two keys to `fields`.
    static void addKeys(Document fields, PassageId id) {
        BytesRef key = PassageKeys.key(id);
        fields.add(new StringField(ID, key, Store.NO));
        fields.add(new SortedDocValuesField(ID, key));
        fields.add(new StringField(DOCUMENT, PassageKeys.key(id.document()), Store.NO));
    }

    /// The passage with its words, those of the title and the headings included. The title goes in
    /// twice: a word of it weighs more than one of the text, on every public set.
    ///
    /// @param cutting cuts the texts; one for all passages of a document cuts what they share once
    static Document of(TermCutting cutting, String title, Passage passage) {
        Document fields = new Document();
        addKeys(fields, passage.id());
        addWords(fields, cutting, title, passage);
        fields.add(new StoredField(PAGE, passage.page()));
        fields.add(new StoredField(START, passage.span().start()));
        passage.headings().forEach(heading -> fields.add(new StoredField(HEADING, heading)));
        fields.add(new StoredField(TEXT, passage.text()));
        return fields;
    }

    private static void addWords(
            Document fields, TermCutting cutting, String title, Passage passage) {
        var texts = new ArrayList<Map<String, List<String>>>();
        texts.add(cutting.cutShared(title));
        texts.add(cutting.cutShared(title));
        passage.headings().forEach(heading -> texts.add(cutting.cutShared(heading)));
        texts.add(cutting.cut(passage.text()));
        FIELDS.forEach((name, type) -> {
            List<List<String>> terms =
                    texts.stream().map(text -> text.getOrDefault(name, List.of())).toList();
            if (!terms.stream().allMatch(List::isEmpty)) {
                fields.add(new Field(name, new TermStream(terms), type));
            }
        });
    }

    /// Reads back what [#of] stored.
    static Passage passage(PassageId id, Document stored) {
        String text = stored.get(TEXT);
        int start = stored.getField(START).numericValue().intValue();
        return new Passage(
                id,
                stored.getField(PAGE).numericValue().intValue(),
                new Span(start, start + text.length()),
                List.of(stored.getValues(HEADING)),
                text);
    }
}
