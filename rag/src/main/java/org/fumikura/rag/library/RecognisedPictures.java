package org.fumikura.rag.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.parse.PictureText;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The `recognised_picture` table: what has been recognised of a document so far, so that
/// recognition goes on where it was ended.
final class RecognisedPictures {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecognisedPictures() {}

    /// Keeps the texts of a document's first pictures.
    static void put(Handle handle, DocumentId document, List<PictureText> pictures) {
        PreparedBatch rows =
                handle.prepareBatch(
                        "INSERT INTO recognised_picture (document, ordinal, paragraphs, kept)"
                                + " VALUES (?, ?, ?, ?) ON CONFLICT (document, ordinal) DO NOTHING");
        for (int ordinal = 0; ordinal < pictures.size(); ordinal++) {
            rows.add(
                    document.sha256(),
                    ordinal,
                    encode(pictures.get(ordinal)),
                    System.currentTimeMillis());
        }
        if (rows.size() > 0) {
            rows.execute();
        }
    }

    static List<PictureText> find(Handle handle, DocumentId document) {
        return handle.createQuery(
                        "SELECT paragraphs FROM recognised_picture WHERE document = :document"
                                + " ORDER BY ordinal")
                .bind("document", document.sha256())
                .map((row, context) -> decode(row.getString("paragraphs")))
                .list();
    }

    static void forget(Handle handle, DocumentId document) {
        handle.execute("DELETE FROM recognised_picture WHERE document = ?", document.sha256());
    }

    /// Forgets texts that were kept before a moment, in milliseconds since 1970, and all later ones
    /// of the same documents.
    static void forgetBefore(Handle handle, long moment) {
        handle.execute(
                "DELETE FROM recognised_picture WHERE document IN"
                        + " (SELECT document FROM recognised_picture WHERE kept < ?)",
                moment);
    }

    private static String encode(PictureText text) {
        try {
            return JSON.writeValueAsString(text.paragraphs());
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static PictureText decode(String paragraphs) {
        try {
            return new PictureText(List.of(JSON.readValue(paragraphs, String[].class)));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
