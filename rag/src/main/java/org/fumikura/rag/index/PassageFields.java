package org.fumikura.rag.index;

import java.util.List;
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

    private static final FieldType READINGS = words(IndexOptions.DOCS);
    private static final FieldType WORDS = words(IndexOptions.DOCS_AND_FREQS);
    private static final FieldType PLACED_WORDS = words(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

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
    static Document of(String title, Passage passage) {
        Document fields = new Document();
        addKeys(fields, passage.id());
        addWords(fields, title);
        addWords(fields, title);
        passage.headings().forEach(heading -> addWords(fields, heading));
        addWords(fields, passage.text());
        fields.add(new StoredField(PAGE, passage.page()));
        fields.add(new StoredField(START, passage.span().start()));
        passage.headings().forEach(heading -> fields.add(new StoredField(HEADING, heading)));
        fields.add(new StoredField(TEXT, passage.text()));
        return fields;
    }

    private static void addWords(Document fields, String text) {
        String words = SearchText.normalise(text);
        if (SearchText.isCjk(words)) {
            fields.add(new Field(PassageAnalysis.JAPANESE, words, WORDS));
            fields.add(new Field(PassageAnalysis.READING, words, READINGS));
        }
        fields.add(new Field(PassageAnalysis.ENGLISH, words, WORDS));
        fields.add(new Field(PassageAnalysis.SURFACE, words, PLACED_WORDS));
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
