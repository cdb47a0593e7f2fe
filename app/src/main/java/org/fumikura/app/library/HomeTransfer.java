package org.fumikura.app.library;

import java.nio.file.Path;
import org.fumikura.rag.library.Library;
import org.fumikura.rag.library.archive.LibraryExport;
import org.fumikura.rag.library.archive.LibraryImport;
import org.fumikura.rag.library.archive.Progress;

/// The library of a home.
///
/// @param home the data folder
/// @param scratch where an export has what is in the making
public record HomeTransfer(Library library, Path home, Path scratch) implements LibraryTransfer {
    @Override
    public long pack(Path archive, Progress progress) {
        return LibraryExport.write(library, scratch, archive, progress);
    }

    @Override
    public void unpack(Path archive, Progress progress) {
        new LibraryImport(home).unpack(archive, progress);
    }
}
