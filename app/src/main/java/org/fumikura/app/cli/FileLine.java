package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import org.fumikura.app.library.Duplicates;
import org.fumikura.app.text.FileText;
import org.fumikura.rag.library.FileProblem;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.library.RecognitionState;
import org.fumikura.rag.parse.Quality;

/// A file of the library as one line of JSON.
///
/// @param state `queued`, `reading`, `searchable` (by words), `ready` (also by meaning) or
///   `problem`
/// @param reason why it was not read, in the person's language; empty otherwise
/// @param problem the same as one word that does not change, such as `needs_password`; or empty
/// @param presence `here`, `offline` (its drive or folder cannot be reached) or `gone` (deleted and
///   taken back); what was read of it is searchable all the same
/// @param duplicateOf the file that holds the same content and comes first; or empty
/// @param quality what its text leaves out
/// @param recognition of its pictures of text: `not_needed`, `waiting`, `done`,
///   `done_without_all_languages`, or `not_installed` (no Tesseract with English or Japanese)
record FileLine(
        String path,
        String state,
        int pages,
        int passages,
        String reason,
        String problem,
        String presence,
        @JsonProperty("duplicate_of") String duplicateOf,
        QualityJson quality,
        String recognition) {
    static FileLine of(Console console, LibraryFile file, Duplicates duplicates) {
        return new FileLine(
                file.path().toString(),
                file.state().name().toLowerCase(Locale.ROOT),
                file.pages(),
                file.passages(),
                reason(console, file),
                file.problem().map(problem -> word(problem.kind())).orElse(""),
                word(file.presence()),
                duplicates.originalOf(file).map(Path::toString).orElse(""),
                QualityJson.of(file.quality()),
                word(file.recognition()));
    }

    /// @param unreadPages pages that are pictures of text
    /// @param garbledPages pages whose text is stored in an unreadable form
    /// @param recognisedPages pages whose text was recognised in a picture
    /// @param lockedParts files inside it that need a password
    /// @param unreadParts other files inside it that could not be read
    record QualityJson(
            @JsonProperty("unread_pages") int unreadPages,
            @JsonProperty("garbled_pages") int garbledPages,
            @JsonProperty("recognised_pages") int recognisedPages,
            @JsonProperty("locked_parts") int lockedParts,
            @JsonProperty("unread_parts") int unreadParts) {
        static QualityJson of(Quality quality) {
            return new QualityJson(
                    quality.unreadPages(),
                    quality.garbledPages(),
                    quality.recognisedPages(),
                    quality.lockedParts(),
                    quality.unreadParts());
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String reason(Console console, LibraryFile file) {
        String reason = FileText.problem(console.messages(), file);
        return file.has(FileProblem.Kind.NEEDS_PASSWORD)
                ? console.text("cli.library.password.how", reason)
                : reason;
    }

    /// Whether a file's problem makes the command fail. A picture in a folder does not; a picture
    /// named on the command line does.
    static boolean counts(LibraryFile file, Collection<Path> given) {
        if (file.state() != FileState.PROBLEM) {
            return false;
        }
        boolean harmless =
                file.has(FileProblem.Kind.UNSUPPORTED)
                        || file.has(FileProblem.Kind.EMPTY)
                        || file.recognition() == RecognitionState.DONE;
        return !harmless || given.stream().anyMatch(path -> isSame(path, file.path()));
    }

    private static boolean isSame(Path given, Path file) {
        try {
            return Files.isSameFile(given, file);
        } catch (IOException gone) {
            return given.toAbsolutePath().normalize().equals(file);
        }
    }
}
