package org.fumikura.rag.library;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.parse.Quality;

/// A file of the library as it stands at one moment.
///
/// @param path absolute
/// @param size bytes
/// @param document the content it holds; empty until it was read
/// @param problem present just when the state is [FileState#PROBLEM]
/// @param pages how many pages it has
/// @param passages how many passages were made of it
/// @param embedded how many of these are searchable by meaning
/// @param presence whether the file itself can be reached; its text is searchable all the same
/// @param quality what of the file its text leaves out; nothing as long as it was not read
/// @param recognition how far its pictures of text were recognised
public record LibraryFile(
        Path path,
        long size,
        Instant modified,
        FileState state,
        Optional<DocumentId> document,
        Optional<FileProblem> problem,
        int pages,
        int passages,
        int embedded,
        FilePresence presence,
        Quality quality,
        RecognitionState recognition) {
    /// Whether this kind of problem keeps it from being searched.
    public boolean has(FileProblem.Kind kind) {
        return problem.filter(found -> found.kind() == kind).isPresent();
    }

    /// The day of its last change, where this machine is.
    public LocalDate day() {
        return LocalDate.ofInstant(modified, ZoneId.systemDefault());
    }

    /// This file in another state, without a problem.
    LibraryFile in(FileState other) {
        return new LibraryFile(
                path,
                size,
                modified,
                other,
                document,
                Optional.empty(),
                pages,
                passages,
                embedded,
                presence,
                quality,
                recognition);
    }

    /// This file, found or missing.
    LibraryFile as(FilePresence other) {
        return new LibraryFile(
                path,
                size,
                modified,
                state,
                document,
                problem,
                pages,
                passages,
                embedded,
                other,
                quality,
                recognition);
    }

    /// This file with its pictures in another state.
    LibraryFile with(RecognitionState other) {
        return new LibraryFile(
                path, size, modified, state, document, problem, pages, passages, embedded, presence,
                quality, other);
    }
}
