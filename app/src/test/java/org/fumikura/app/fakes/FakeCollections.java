package org.fumikura.app.fakes;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.library.LibraryCollection;
import org.fumikura.rag.library.LibraryCollections;

/// Collections whose scopes a test says.
public final class FakeCollections implements LibraryCollections {
    private final Map<String, Scope.Documents> scopes = new TreeMap<>();
    private final Map<String, Set<Path>> paths = new TreeMap<>();

    /// Lets a collection stand for documents.
    public void put(String name, DocumentId... documents) {
        scopes.put(name, new Scope.Documents(Set.of(documents)));
    }

    @Override
    public List<LibraryCollection> all() {
        return scopes.entrySet().stream()
                .map(entry ->
                        new LibraryCollection(
                                entry.getKey(),
                                List.copyOf(paths.getOrDefault(entry.getKey(), Set.of())),
                                entry.getValue().ids().size()))
                .toList();
    }

    @Override
    public void put(String name, Collection<Path> more) {
        scopes.putIfAbsent(name, new Scope.Documents(Set.of()));
        paths.computeIfAbsent(name, _ -> new TreeSet<>()).addAll(more);
    }

    @Override
    public void takeOut(String name, Collection<Path> some) {
        paths.getOrDefault(name, Set.of()).removeAll(some);
    }

    @Override
    public boolean rename(String name, String other) {
        Scope.Documents scope = scopes.remove(name);
        Set<Path> held = paths.remove(name);
        if (scope != null) {
            scopes.put(other, scope);
        }
        if (held != null) {
            paths.put(other, held);
        }
        return scope != null;
    }

    @Override
    public void delete(String name) {
        scopes.remove(name);
    }

    @Override
    public Optional<Scope.Documents> scope(String name) {
        return Optional.ofNullable(scopes.get(name));
    }
}
