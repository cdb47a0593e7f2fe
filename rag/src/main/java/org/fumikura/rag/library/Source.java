package org.fumikura.rag.library;

import java.nio.file.Path;

/// Where a document's content is to be found, for a person.
///
/// @param path the file that holds it (the first in path order if several do)
/// @param title the document's own title, or else the file's name
public record Source(Path path, String title) {}
