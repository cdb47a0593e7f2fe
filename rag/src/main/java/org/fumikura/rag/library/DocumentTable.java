package org.fumikura.rag.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumikura.rag.Document;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Page;
import org.fumikura.rag.Span;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.parse.Block;
import org.fumikura.rag.parse.ParsedDocument;
import org.fumikura.rag.parse.Quality;
import org.jdbi.v3.core.Handle;

/// The `document` and `document_text` tables: the text and structure of what was read, so that the
/// index can be made again without reading the files again.
final class DocumentTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DocumentTable() {}

    /// Keeps a document, not yet indexed, in the place of an earlier reading.
    static void put(Handle handle, DocumentId id, ParsedDocument document, int passages) {
        handle.execute(
                """
                INSERT INTO document
                    (id, title, media_type, page_count, passages,
                     unread_pages, garbled_pages, recognised_pages, locked_parts, unread_parts,
                     indexed, embedded)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)
                ON CONFLICT (id) DO UPDATE SET title = excluded.title,
                    media_type = excluded.media_type, page_count = excluded.page_count,
                    passages = excluded.passages, unread_pages = excluded.unread_pages,
                    garbled_pages = excluded.garbled_pages,
                    recognised_pages = excluded.recognised_pages,
                    locked_parts = excluded.locked_parts, unread_parts = excluded.unread_parts,
                    indexed = 0, embedded = 0, revision = revision + 1
                """,
                id.sha256(),
                document.title(),
                document.mediaType(),
                document.pages().size(),
                passages,
                document.quality().unreadPages(),
                document.quality().garbledPages(),
                document.quality().recognisedPages(),
                document.quality().lockedParts(),
                document.quality().unreadParts());
        handle.execute(
                """
                INSERT INTO document_text (document, text, pages, blocks) VALUES (?, ?, ?, ?)
                ON CONFLICT (document) DO UPDATE SET text = excluded.text, pages = excluded.pages,
                    blocks = excluded.blocks
                """,
                id.sha256(),
                document.text(),
                write(document.pages().stream().map(DocumentTable::encode).toList()),
                write(document.blocks().stream().map(DocumentTable::encode).toList()));
    }

    /// The document as it was parsed.
    static Optional<ParsedDocument> parsed(Handle handle, DocumentId id) {
        return handle.createQuery(
                        "SELECT title, media_type, text, pages, blocks, unread_pages, garbled_pages,"
                                + " recognised_pages, locked_parts, unread_parts FROM document"
                                + " JOIN document_text ON document = id WHERE id = :id")
                .bind("id", id.sha256())
                .map((row, context) ->
                        new ParsedDocument(
                                row.getString("title"),
                                row.getString("media_type"),
                                row.getString("text"),
                                decodePages(row.getString("pages")),
                                decodeBlocks(row.getString("blocks")),
                                quality(row)))
                .findOne();
    }

    /// The quality in a row that has its five columns.
    static Quality quality(ResultSet row) throws SQLException {
        return new Quality(
                row.getInt("unread_pages"),
                row.getInt("garbled_pages"),
                row.getInt("recognised_pages"),
                row.getInt("locked_parts"),
                row.getInt("unread_parts"));
    }

    /// The document as it is shown, with its own title or none.
    static Optional<Document> find(Handle handle, DocumentId id) {
        return handle.createQuery(
                        "SELECT title, media_type, text, pages FROM document"
                                + " JOIN document_text ON document = id WHERE id = :id")
                .bind("id", id.sha256())
                .map((row, context) ->
                        new Document(
                                id,
                                row.getString("title"),
                                row.getString("media_type"),
                                row.getString("text"),
                                decodePages(row.getString("pages"))))
                .findOne();
    }

    static Optional<String> title(Handle handle, DocumentId id) {
        return handle.createQuery("SELECT title FROM document WHERE id = :id")
                .bind("id", id.sha256())
                .mapTo(String.class)
                .findOne();
    }

    static boolean isIndexed(Handle handle, DocumentId id) {
        return handle.createQuery("SELECT indexed FROM document WHERE id = :id")
                .bind("id", id.sha256())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0)
                .equals(1);
    }

    static void markIndexed(Handle handle, DocumentId id) {
        handle.execute("UPDATE document SET indexed = 1 WHERE id = ?", id.sha256());
    }

    static void setPassages(Handle handle, DocumentId id, int passages) {
        handle.execute(
                "UPDATE document SET passages = ?, embedded = 0, indexed = 0,"
                        + " revision = revision + 1 WHERE id = ?",
                passages,
                id.sha256());
    }

    /// So many of the passages have vectors now, or more.
    static void setEmbedded(Handle handle, DocumentId id, int embedded) {
        handle.execute(
                "UPDATE document SET embedded = MAX(embedded, ?) WHERE id = ?",
                embedded,
                id.sha256());
    }

    static void forgetIndex(Handle handle) {
        handle.execute("UPDATE document SET indexed = 0, embedded = 0");
    }

    /// The document is to be indexed again.
    static void forgetIndex(Handle handle, DocumentId id) {
        handle.execute("UPDATE document SET indexed = 0, embedded = 0 WHERE id = ?", id.sha256());
    }

    /// What the index should hold: of every document marked as indexed, its passages and those of
    /// them that have a vector.
    static Map<DocumentId, PassageIndex.Size> indexed(Handle handle) {
        var sizes = new LinkedHashMap<DocumentId, PassageIndex.Size>();
        handle.createQuery(
                        "SELECT id, passages, embedded FROM document WHERE indexed = 1 ORDER BY rowid")
                .map((row, context) ->
                        Map.entry(
                                new DocumentId(row.getString("id")),
                                new PassageIndex.Size(
                                        row.getInt("passages"), row.getInt("embedded"))))
                .forEach(entry -> sizes.put(entry.getKey(), entry.getValue()));
        return sizes;
    }

    static void forgetVectors(Handle handle) {
        handle.execute("UPDATE document SET embedded = 0");
    }

    /// The document is to be embedded again.
    static void forgetVectors(Handle handle, DocumentId id) {
        handle.execute("UPDATE document SET embedded = 0 WHERE id = ?", id.sha256());
    }

    /// How far the document is embedded.
    static Optional<EmbeddingProgress> embedding(Handle handle, DocumentId id) {
        return handle.createQuery(
                        "SELECT revision, indexed, passages, embedded FROM document WHERE id = :id")
                .bind("id", id.sha256())
                .map((row, context) ->
                        new EmbeddingProgress(
                                row.getInt("revision"),
                                row.getInt("indexed") == 1,
                                row.getInt("passages"),
                                row.getInt("embedded")))
                .findOne();
    }

    /// Documents searchable by words but not all by meaning, oldest first.
    static List<DocumentId> awaitingVectors(Handle handle) {
        return handle.createQuery(
                        "SELECT id FROM document WHERE indexed = 1 AND embedded < passages ORDER BY rowid")
                .map((row, context) -> new DocumentId(row.getString("id")))
                .list();
    }

    /// Documents that a file holds and the index does not, oldest first.
    static List<DocumentId> notIndexed(Handle handle) {
        return handle.createQuery(
                        "SELECT id FROM document d WHERE indexed = 0 AND EXISTS"
                                + " (SELECT 1 FROM file WHERE document = d.id) ORDER BY rowid")
                .map((row, context) -> new DocumentId(row.getString("id")))
                .list();
    }

    /// All documents that no file holds, without those that wait, out of the index, to be taken
    /// back.
    static List<DocumentId> orphans(Handle handle) {
        return handle.createQuery(
                        "SELECT id FROM document d WHERE NOT EXISTS"
                                + " (SELECT 1 FROM file WHERE document = d.id) AND (indexed = 1"
                                + " OR NOT EXISTS (SELECT 1 FROM removed_file WHERE document = d.id))")
                .map((row, context) -> new DocumentId(row.getString("id")))
                .list();
    }

    /// Whether the document is there and no file holds it.
    static boolean isOrphan(Handle handle, DocumentId id) {
        return handle.createQuery(
                        "SELECT 1 FROM document d WHERE id = :id AND NOT EXISTS"
                                + " (SELECT 1 FROM file WHERE document = d.id)")
                .bind("id", id.sha256())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// The index does not hold the document any more: its text goes too, unless it may be taken
    /// back.
    static void release(Handle handle, DocumentId id) {
        handle.execute(
                "DELETE FROM document WHERE id = ? AND NOT EXISTS"
                        + " (SELECT 1 FROM removed_file WHERE document = document.id)",
                id.sha256());
        forgetIndex(handle, id);
    }

    private static int[] encode(Page page) {
        return new int[] {page.span().start(), page.span().end()};
    }

    private static int[] encode(Block block) {
        int start = block.span().start();
        int end = block.span().end();
        return switch (block) {
            case Block.Heading(Span _, int level, Span name) ->
                    new int[] {0, start, end, level, name.start(), name.end()};
            case Block.Paragraph _ -> new int[] {1, start, end, 0};
            case Block.ListItem _ -> new int[] {2, start, end, 0};
            case Block.TableRow row -> new int[] {3, start, end, row.role().ordinal()};
            case Block.Verbatim _ -> new int[] {4, start, end, 0};
        };
    }

    private static Block decode(int[] code) {
        var span = new Span(code[1], code[2]);
        return switch (code[0]) {
            case 0 -> new Block.Heading(span, code[3], name(span, code));
            case 1 -> new Block.Paragraph(span);
            case 2 -> new Block.ListItem(span);
            case 3 -> new Block.TableRow(span, Block.TableRow.Role.values()[code[3]]);
            case 4 -> new Block.Verbatim(span);
            default -> throw new IllegalStateException("unknown kind of block " + code[0]);
        };
    }

    /// The name in a heading, which libraries of earlier versions do not tell.
    private static Span name(Span heading, int[] code) {
        return code.length > 5 ? new Span(code[4], code[5]) : heading;
    }

    private static List<Page> decodePages(String json) {
        var pages = new ArrayList<Page>();
        for (int[] code : read(json)) {
            pages.add(new Page(pages.size() + 1, new Span(code[0], code[1])));
        }
        return pages;
    }

    private static List<Block> decodeBlocks(String json) {
        return read(json).stream().map(DocumentTable::decode).toList();
    }

    private static String write(List<int[]> codes) {
        try {
            return JSON.writeValueAsString(codes);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static List<int[]> read(String json) {
        try {
            return List.of(JSON.readValue(json, int[][].class));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// How far a document's passages have been embedded.
    ///
    /// @param revision how often its passages were put in anew
    /// @param isIndexed whether the index holds them, as they are in this revision
    record EmbeddingProgress(int revision, boolean isIndexed, int passages, int embedded) {
        int missing() {
            return passages - embedded;
        }
    }
}
