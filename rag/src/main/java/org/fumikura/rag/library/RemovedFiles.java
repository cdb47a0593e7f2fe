package org.fumikura.rag.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fumikura.rag.DocumentId;
import org.jdbi.v3.core.Handle;

/// The `removed_file` table: what was taken out of the library not long ago, with its text, so that
/// it can be taken back.
final class RemovedFiles {
    private RemovedFiles() {}

    /// Takes files out and remembers them.
    ///
    /// @return as they were
    static List<LibraryFile> takeOut(Handle handle, IndexWrite.Remove remove) {
        Map<Path, LibraryFile> files = new TreeMap<>();
        for (Path path : remove.paths()) {
            FileTable.below(handle, path).forEach(file -> files.put(file.path(), file));
        }
        files.values().forEach(file -> take(handle, file));
        switch (remove.reason()) {
            case GONE -> files.values().forEach(file -> MovedFile.follow(handle, file));
            case WISH -> remove.paths().forEach(path -> FolderTable.leaveOut(handle, path));
        }
        return List.copyOf(files.values());
    }

    /// Takes files back.
    ///
    /// @return their paths
    static List<Path> putBack(Handle handle, IndexWrite.Restore restore) {
        var back = new ArrayList<Path>();
        for (Path path : restore.paths()) {
            FolderTable.letIn(handle, path);
            back.addAll(putBack(handle, path));
        }
        return back;
    }

    /// Takes a file out of the `file` table and remembers it, if it was read.
    private static void take(Handle handle, LibraryFile file) {
        FileTable.delete(handle, file.path());
        file.document()
                .ifPresent(document ->
                        handle.execute(
                                "INSERT OR REPLACE INTO removed_file"
                                        + " (path, size, modified, document, removed) VALUES (?, ?, ?, ?, ?)",
                                file.path().toString(),
                                file.size(),
                                file.modified().toEpochMilli(),
                                document.sha256(),
                                System.currentTimeMillis()));
    }

    /// Puts the files at or below `path` back into the `file` table. One that is no longer on the
    /// disk is marked as kept: the person wants it nevertheless.
    ///
    /// @return their paths
    private static List<Path> putBack(Handle handle, Path path) {
        List<Path> back =
                handle.createQuery("SELECT path FROM removed_file WHERE " + PathRange.CONDITION)
                        .bindMap(PathRange.of(path))
                        .map((row, context) -> Path.of(row.getString("path")))
                        .list();
        for (Path file : back) {
            handle.execute(
                    "INSERT OR IGNORE INTO file (path, size, modified, document, kept)"
                            + " SELECT path, size, modified, document, ? FROM removed_file WHERE path = ?",
                    Files.exists(file) ? 0 : 1,
                    file.toString());
            forget(handle, file);
        }
        return back;
    }

    /// The file is in the library again.
    static void forget(Handle handle, Path file) {
        handle.execute("DELETE FROM removed_file WHERE path = ?", file.toString());
    }

    /// Forgets what was taken out before a moment, in milliseconds since 1970.
    ///
    /// @return the documents that were remembered with it
    static Set<DocumentId> forgetBefore(Handle handle, long moment) {
        var documents =
                new ArrayList<>(
                        handle.createQuery(
                                        "SELECT DISTINCT document FROM removed_file WHERE removed < :moment")
                                .bind("moment", moment)
                                .map((row, context) -> new DocumentId(row.getString("document")))
                                .list());
        handle.execute("DELETE FROM removed_file WHERE removed < ?", moment);
        return new LinkedHashSet<>(documents);
    }
}
