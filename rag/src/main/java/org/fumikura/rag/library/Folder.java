package org.fumikura.rag.library;

import java.nio.file.Path;

/// A folder that the library follows.
///
/// @param path absolute
/// @param presence [FilePresence#OFFLINE] while it cannot be reached
/// @param files how many files of it are in the library
public record Folder(Path path, FilePresence presence, int files) {}
