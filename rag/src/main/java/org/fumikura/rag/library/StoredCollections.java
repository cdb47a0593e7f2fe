package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumikura.rag.Scope;
import org.jdbi.v3.core.Handle;

/// Collections kept in the library's database, by the paths that were put into them.
public final class StoredCollections implements LibraryCollections {
    private final Database database;

    /// @param database borrowed
    public StoredCollections(Database database) {
        this.database = database;
    }

    @Override
    public List<LibraryCollection> all() {
        return database.read(handle ->
                handle
                        .createQuery("SELECT name FROM collection ORDER BY name COLLATE NOCASE")
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .map(name -> collection(handle, name))
                        .toList());
    }

    @Override
    public void put(String name, Collection<Path> paths) {
        database.write(handle -> {
            handle.execute("INSERT OR IGNORE INTO collection (name) VALUES (?)", name);
            for (Path path : paths) {
                handle.execute(
                        "INSERT OR IGNORE INTO collected (collection, path) VALUES (?, ?)",
                        name,
                        LibraryPaths.canonical(path).toString());
            }
            return name;
        });
    }

    @Override
    public void takeOut(String name, Collection<Path> paths) {
        database.write(handle -> {
            for (Path path : paths) {
                handle.execute(
                        "DELETE FROM collected WHERE collection = ? AND path = ?",
                        name,
                        LibraryPaths.canonical(path).toString());
            }
            return name;
        });
    }

    @Override
    public boolean rename(String name, String other) {
        return database.write(handle ->
                handle.execute(
                                "UPDATE OR IGNORE collection SET name = ? WHERE name = ?",
                                other,
                                name)
                        > 0);
    }

    @Override
    public void delete(String name) {
        database.write(handle -> handle.execute("DELETE FROM collection WHERE name = ?", name));
    }

    @Override
    public Optional<Scope.Documents> scope(String name) {
        return database.read(handle -> {
            boolean known =
                    handle.createQuery("SELECT 1 FROM collection WHERE name = :name")
                            .bind("name", name)
                            .mapTo(Integer.class)
                            .findOne()
                            .isPresent();
            if (!known) {
                return Optional.empty();
            }
            return Optional.of(
                    new Scope.Documents(FileTable.documents(handle, paths(handle, name))));
        });
    }

    private static LibraryCollection collection(Handle handle, String name) {
        List<Path> paths = paths(handle, name);
        Set<Path> files = new HashSet<>();
        for (Path path : paths) {
            files.addAll(FileTable.paths(handle, path));
        }
        return new LibraryCollection(name, paths, files.size());
    }

    private static List<Path> paths(Handle handle, String name) {
        return handle.createQuery(
                        "SELECT path FROM collected WHERE collection = :name ORDER BY path")
                .bind("name", name)
                .map((row, context) -> Path.of(row.getString("path")))
                .list();
    }
}
