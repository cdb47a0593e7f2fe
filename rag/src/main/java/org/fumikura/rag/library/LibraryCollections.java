package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.Scope;

/// The person's collections. Durable when a call returns; may be used from any thread.
public interface LibraryCollections {
    /// All collections, in the order of their names.
    List<LibraryCollection> all();

    /// Puts files and folders into a collection, which is made if it is not there. They need not be
    /// in the library yet.
    void put(String name, Collection<Path> paths);

    /// Takes files and folders out of a collection; they stay in the library.
    void takeOut(String name, Collection<Path> paths);

    /// Gives a collection another name.
    ///
    /// @return whether it was done: not if there is no such collection, or one of the other name
    boolean rename(String name, String other);

    /// Forgets a collection; its files stay in the library.
    void delete(String name);

    /// The documents of a collection; empty if there is no such collection.
    Optional<Scope.Documents> scope(String name);
}
