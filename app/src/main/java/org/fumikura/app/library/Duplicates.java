package org.fumikura.app.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.library.LibraryFile;

/// Files that hold the same content as another file of the library. Each content is read and
/// searched once, whichever of its files it came from.
///
/// @param originals the path of each duplicate, with the first path in path order of the same
///   content
public record Duplicates(Map<Path, Path> originals) {
    public Duplicates {
        originals = Map.copyOf(originals);
    }

    /// Finds the duplicates among files.
    public static Duplicates among(Collection<LibraryFile> files) {
        Map<DocumentId, Path> first = new HashMap<>();
        Map<Path, Path> originals = new HashMap<>();
        List<LibraryFile> ordered =
                files.stream().sorted(Comparator.comparing(LibraryFile::path)).toList();
        for (LibraryFile file : ordered) {
            file.document()
                    .ifPresent(content -> {
                        Path original = first.putIfAbsent(content, file.path());
                        if (original != null) {
                            originals.put(file.path(), original);
                        }
                    });
        }
        return new Duplicates(originals);
    }

    /// The file that holds the same content and comes first; empty for a file that is the first or
    /// the only one.
    public Optional<Path> originalOf(LibraryFile file) {
        return Optional.ofNullable(originals.get(file.path()));
    }
}
