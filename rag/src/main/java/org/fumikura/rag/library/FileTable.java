package org.fumikura.rag.library;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.query.Query;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// The `file` table: which files the library knows and what they hold.
final class FileTable {
    private static final String SELECT =
            """
            SELECT f.path, f.size, f.modified, f.document, f.problem, f.detail, f.kept,
                   COALESCE(d.page_count, 0) AS pages, COALESCE(d.passages, 0) AS passages,
                   COALESCE(d.embedded, 0) AS embedded, COALESCE(d.indexed, 0) AS indexed,
                   d.unread_pages, d.garbled_pages, d.recognised_pages, d.locked_parts, d.unread_parts,
                   f.recognised_with
            FROM file f LEFT JOIN document d ON d.id = f.document
            """;

    private static final RowMapper<LibraryFile> ROW =
            (row, context) -> {
                Optional<DocumentId> document =
                        Optional.ofNullable(row.getString("document")).map(DocumentId::new);
                @Nullable String problem = row.getString("problem");
                int passages = row.getInt("passages");
                int embedded = row.getInt("embedded");
                FileState state;
                if (problem != null) {
                    state = FileState.PROBLEM;
                } else if (document.isEmpty() || row.getInt("indexed") == 0) {
                    state = FileState.QUEUED;
                } else {
                    state = embedded < passages ? FileState.SEARCHABLE : FileState.READY;
                }
                String detail = row.getString("detail");
                return new LibraryFile(
                        Path.of(row.getString("path")),
                        row.getLong("size"),
                        Instant.ofEpochMilli(row.getLong("modified")),
                        state,
                        document,
                        Optional.ofNullable(problem)
                                .map(kind ->
                                        new FileProblem(FileProblem.Kind.valueOf(kind), detail)),
                        row.getInt("pages"),
                        passages,
                        embedded,
                        row.getInt("kept") == 1 ? FilePresence.GONE : FilePresence.HERE,
                        DocumentTable.quality(row),
                        recognition(row, problem));
            };

    /// Files with pictures of text that were not all looked at.
    private static final String UNRECOGNISED =
            """
            SELECT f.path FROM file f LEFT JOIN document d ON d.id = f.document
            WHERE f.recognised_with = '' AND f.kept = 0
                AND (f.problem = 'NEEDS_OCR' OR d.unread_pages + d.garbled_pages > 0)
            """;

    private FileTable() {}

    /// The state of a row as far as the table knows it.
    private static RecognitionState recognition(ResultSet row, @Nullable String problem)
            throws SQLException {
        boolean needed =
                FileProblem.Kind.NEEDS_OCR.name().equals(problem)
                        || DocumentTable.quality(row).unrecognisedPages() > 0;
        if (!needed) {
            return RecognitionState.NOT_NEEDED;
        }
        return row.getString("recognised_with").isEmpty()
                ? RecognitionState.WAITING
                : RecognitionState.DONE;
    }

    static boolean awaitsRecognition(Handle handle, Path file) {
        return handle.createQuery(UNRECOGNISED + " AND f.path = :path")
                .bind("path", file.toString())
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    static List<Path> awaitingRecognition(Handle handle) {
        return handle.createQuery(UNRECOGNISED + " ORDER BY f.path")
                .map((row, context) -> Path.of(row.getString("path")))
                .list();
    }

    /// All pictures of a file, and of others that hold the same document, were looked at.
    ///
    /// @param languages with which
    static void recognised(Handle handle, Path file, DocumentId document, String languages) {
        handle.execute(
                "UPDATE file SET recognised_with = ? WHERE path = ? OR document = ?",
                languages,
                file.toString(),
                document.sha256());
    }

    /// The pictures of a document are to be looked at: it was read without them.
    static void forgetRecognition(Handle handle, DocumentId document) {
        handle.execute(
                "UPDATE file SET recognised_with = '' WHERE document = ?", document.sha256());
    }

    /// What was looked at with other languages is to be looked at again.
    ///
    /// @return how many files
    static int forgetRecognition(Handle handle, String languages) {
        return handle.execute(
                "UPDATE file SET recognised_with = '' WHERE recognised_with <> ?", languages);
    }

    static List<LibraryFile> all(Handle handle) {
        return handle.createQuery(SELECT + " ORDER BY f.path").map(ROW).list();
    }

    static Optional<LibraryFile> find(Handle handle, Path path) {
        return handle.createQuery(SELECT + " WHERE f.path = :path")
                .bind("path", path.toString())
                .map(ROW)
                .findOne();
    }

    static List<LibraryFile> holding(Handle handle, DocumentId document) {
        return handle.createQuery(SELECT + " WHERE f.document = :document ORDER BY f.path")
                .bind("document", document.sha256())
                .map(ROW)
                .list();
    }

    /// All paths.
    static List<Path> paths(Handle handle) {
        return handle.createQuery("SELECT path FROM file ORDER BY path")
                .map((row, context) -> Path.of(row.getString("path")))
                .list();
    }

    /// The paths at or below a path.
    static List<Path> paths(Handle handle, Path path) {
        return handle.createQuery("SELECT path FROM file WHERE " + PathRange.CONDITION)
                .bindMap(PathRange.of(path))
                .map((row, context) -> Path.of(row.getString("path")))
                .list();
    }

    static int count(Handle handle, Path folder) {
        return handle.createQuery("SELECT COUNT(*) FROM file WHERE " + PathRange.CONDITION)
                .bindMap(PathRange.of(folder))
                .mapTo(Integer.class)
                .one();
    }

    /// The documents of the files at or below these paths.
    static Set<DocumentId> documents(Handle handle, Collection<Path> paths) {
        Set<DocumentId> documents = new HashSet<>();
        paths.forEach(path -> documents.addAll(documents(handle, path)));
        return documents;
    }

    /// The documents of the files that a query's filters admit.
    static Set<DocumentId> documents(Handle handle, Query query) {
        ZoneId zone = ZoneId.systemDefault();
        Set<DocumentId> admitted = new HashSet<>();
        handle.createQuery("SELECT path, modified, document FROM file WHERE document IS NOT NULL")
                .map((row, context) -> {
                    LocalDate day =
                            LocalDate.ofInstant(
                                    Instant.ofEpochMilli(row.getLong("modified")), zone);
                    return query.admits(Path.of(row.getString("path")), day)
                            ? row.getString("document")
                            : "";
                })
                .forEach(document -> {
                    if (!document.isEmpty()) {
                        admitted.add(new DocumentId(document));
                    }
                });
        return admitted;
    }

    private static List<DocumentId> documents(Handle handle, Path path) {
        return handle.createQuery(
                        "SELECT DISTINCT document FROM file WHERE document IS NOT NULL AND "
                                + PathRange.CONDITION)
                .bindMap(PathRange.of(path))
                .map((row, context) -> new DocumentId(row.getString("document")))
                .list();
    }

    /// The files at or below a path, in path order.
    static List<LibraryFile> below(Handle handle, Path path) {
        return handle.createQuery(SELECT + " WHERE " + PathRange.CONDITION + " ORDER BY f.path")
                .bindMap(PathRange.of(path))
                .map(ROW)
                .list();
    }

    /// What the file holds as far as is known.
    static Optional<DocumentId> document(Handle handle, Path path) {
        return handle.createQuery("SELECT document FROM file WHERE path = :path")
                .bind("path", path.toString())
                .map((row, context) -> Optional.ofNullable(row.getString("document")))
                .findOne()
                .flatMap(id -> id.map(DocumentId::new));
    }

    /// Files waiting to be read.
    static List<Path> waiting(Handle handle) {
        return handle.createQuery(
                        "SELECT path FROM file WHERE document IS NULL AND problem IS NULL ORDER BY path")
                .map((row, context) -> Path.of(row.getString("path")))
                .list();
    }

    /// Makes the file known, if it is not, as waiting to be read.
    static void register(Handle handle, Path path, FileStamp stamp) {
        handle.execute(
                "INSERT INTO file (path, size, modified) VALUES (?, ?, ?) ON CONFLICT (path) DO NOTHING",
                path.toString(),
                stamp.size(),
                stamp.modifiedMillis());
    }

    /// Notes what a file holds now.
    ///
    /// @return whether the file is still known; it may have been taken out meanwhile
    static boolean hold(Handle handle, Path path, FileStamp stamp, DocumentId document) {
        return handle.execute(
                        """
                        UPDATE file SET size = ?, modified = ?, document = ?, problem = NULL,
                            detail = '', kept = 0, recognised_with = COALESCE(
                                (SELECT MAX(recognised_with) FROM file WHERE document = ?), '')
                        WHERE path = ?
                        """,
                        stamp.size(),
                        stamp.modifiedMillis(),
                        document.sha256(),
                        document.sha256(),
                        path.toString())
                > 0;
    }

    /// Notes why a file could not be read.
    static void fail(Handle handle, Path path, FileStamp stamp, FileProblem problem) {
        handle.execute(
                "UPDATE file SET size = ?, modified = ?, document = NULL, problem = ?, detail = ?,"
                        + " recognised_with = '' WHERE path = ?",
                stamp.size(),
                stamp.modifiedMillis(),
                problem.kind().name(),
                problem.detail(),
                path.toString());
    }

    /// What waits to be read is not to be read.
    ///
    /// @return the files that waited
    static List<Path> stopWaiting(Handle handle) {
        List<Path> waiting = waiting(handle);
        handle.execute(
                "UPDATE file SET problem = ? WHERE document IS NULL AND problem IS NULL",
                FileProblem.Kind.STOPPED.name());
        return waiting;
    }

    static void delete(Handle handle, Path path) {
        handle.execute("DELETE FROM file WHERE path = ?", path.toString());
    }
}
