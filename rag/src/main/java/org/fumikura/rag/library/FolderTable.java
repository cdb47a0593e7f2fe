package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The `folder` and `left_out` tables: which folders the library follows, and what in them it does
/// not want.
final class FolderTable {
    private FolderTable() {}

    /// The folders, none within another, each with the drive it was on.
    static Map<Path, String> all(Handle handle) {
        var folders = new LinkedHashMap<Path, String>();
        handle.createQuery("SELECT path, store FROM folder ORDER BY path")
                .map((row, context) ->
                        Map.entry(Path.of(row.getString("path")), row.getString("store")))
                .forEach(folder -> folders.put(folder.getKey(), folder.getValue()));
        return folders;
    }

    /// Follows a folder and all that is below it, also what was left out before.
    static void add(Handle handle, Path folder, String store) {
        letIn(handle, folder);
        if (all(handle).keySet().stream()
                .anyMatch(known -> !known.equals(folder) && folder.startsWith(known))) {
            return;
        }
        deleteBelow(handle, "folder", folder);
        handle.execute("INSERT INTO folder (path, store) VALUES (?, ?)", folder.toString(), store);
    }

    /// Notes the drive that the folder is on now.
    static int moved(Handle handle, Path folder, String store) {
        return handle.execute(
                "UPDATE folder SET store = ? WHERE path = ?", store, folder.toString());
    }

    /// Follows folders at or below `path` no longer; within a folder that is followed, the path
    /// stays out.
    static void leaveOut(Handle handle, Path path) {
        letIn(handle, path);
        deleteBelow(handle, "folder", path);
        if (all(handle).keySet().stream().anyMatch(path::startsWith)) {
            handle.execute("INSERT INTO left_out (path) VALUES (?)", path.toString());
        }
    }

    /// What is at or below `path` is not left out any more.
    static void letIn(Handle handle, Path path) {
        deleteBelow(handle, "left_out", path);
    }

    /// The paths that are left out.
    static List<Path> leftOut(Handle handle) {
        return handle.createQuery("SELECT path FROM left_out ORDER BY path")
                .map((row, context) -> Path.of(row.getString("path")))
                .list();
    }

    private static void deleteBelow(Handle handle, String table, Path path) {
        handle.createUpdate("DELETE FROM " + table + " WHERE " + PathRange.CONDITION)
                .bindMap(PathRange.of(path))
                .execute();
    }
}
