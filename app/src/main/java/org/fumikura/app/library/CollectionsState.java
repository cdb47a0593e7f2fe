package org.fumikura.app.library;

import java.nio.file.Path;
import java.util.List;

/// What of the collections is being edited.
public sealed interface CollectionsState {
    /// Nothing.
    record Closed() implements CollectionsState {}

    /// A new collection gets its name.
    ///
    /// @param paths what it will hold
    record Naming(List<Path> paths) implements CollectionsState {
        public Naming {
            paths = List.copyOf(paths);
        }
    }

    /// A collection is shown with what it holds.
    record Open(String name) implements CollectionsState {}
}
