package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.List;

/// A named group of files and whole folders.
///
/// @param name as the person wrote it
/// @param paths the files and folders put into it, in path order; a folder stands for all that is
///   in it at any time
/// @param files how many files of the library these are
public record LibraryCollection(String name, List<Path> paths, int files) {
    public LibraryCollection {
        paths = List.copyOf(paths);
    }
}
