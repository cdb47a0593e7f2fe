package org.fumikura.rag.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Finds out which of the library's folders cannot be reached, and tells the bulletin. May be used
/// from any thread.
final class FolderReach {
    private final Database database;
    private final Bulletin bulletin;
    private final Moves moves;

    FolderReach(Database database, Bulletin bulletin, Moves moves) {
        this.database = database;
        this.bulletin = bulletin;
        this.moves = moves;
    }

    /// @return the folders that can be reached now
    List<Path> look() {
        Map<Path, String> folders = database.read(FolderTable::all);
        var there = new ArrayList<Path>();
        var offline = new HashSet<Path>();
        folders.forEach((folder, store) -> {
            if (Reach.isThere(folder, store, () -> pathsBelow(folder))) {
                there.add(folder);
                note(folder, store);
            } else {
                offline.add(folder);
            }
        });
        loose(folders.keySet()).stream()
                .map(Path::getParent)
                .filter(Objects::nonNull)
                .distinct()
                .filter(parent -> !Files.isDirectory(parent))
                .forEach(offline::add);
        bulletin.offline(offline);
        return there;
    }

    /// Files that were added one by one: those in none of these folders.
    List<Path> loose(Set<Path> folders) {
        return database.read(FileTable::paths).stream()
                .filter(file -> folders.stream().noneMatch(file::startsWith))
                .toList();
    }

    private void note(Path folder, String before) {
        String now = Reach.store(folder);
        if (moves == Moves.NOTED && !now.equals(before)) {
            database.write(handle -> FolderTable.moved(handle, folder, now));
        }
    }

    private List<Path> pathsBelow(Path folder) {
        return database.read(handle -> FileTable.paths(handle, folder));
    }

    /// What becomes of a folder that is on another drive than before.
    enum Moves {
        /// The library knows the drive from now on.
        NOTED,
        /// Nothing is written.
        IGNORED
    }
}
