package org.fumikura.rag.library;

import java.util.List;
import org.jdbi.v3.core.Handle;

/// What is kept of a file by its path goes with it when it moves.
final class MovedFile {
    private static final List<String> KEPT_BY_PATH = List.of("collected", "judged_page");

    private MovedFile() {}

    /// A file has gone from its place. Where another file holds the same document it was moved.
    static void follow(Handle handle, LibraryFile gone) {
        gone.document()
                .flatMap(document -> FileTable.holding(handle, document).stream().findFirst())
                .ifPresent(now ->
                        KEPT_BY_PATH.forEach(table ->
                                handle.execute(
                                        "UPDATE OR IGNORE "
                                                + table
                                                + " SET path = ? WHERE path = ?",
                                        now.path().toString(),
                                        gone.path().toString())));
    }
}
