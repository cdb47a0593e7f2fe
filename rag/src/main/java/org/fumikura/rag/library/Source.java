package org.fumikura.rag.library;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Where a document's content is to be found, for a person.
///
/// @param path the file that holds it (the first in path order if several do)
/// @param title the document's own title, or else the file's name
/// @param changed when the file was last changed; empty if that is not known
public record Source(Path path, String title, Optional<Instant> changed) {
    /// A file of which nothing more is known.
    public Source(Path path, String title) {
        this(path, title, Optional.empty());
    }
}
