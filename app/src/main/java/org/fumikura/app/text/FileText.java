package org.fumikura.app.text;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fumikura.rag.library.FilePresence;
import org.fumikura.rag.library.FileProblem;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.parse.Quality;
import org.fumikura.ui.Messages;

/// The state of a file in words.
public final class FileText {
    private FileText() {}

    /// The name of a state, such as "Searchable".
    public static String state(Messages messages, FileState state) {
        return messages.get("state." + state);
    }

    /// The state of a file, and whether the file itself can be reached.
    public static String state(Messages messages, LibraryFile file) {
        String words = state(messages, file.state());
        return file.presence() == FilePresence.HERE
                ? words
                : messages.get("presence." + file.presence(), words);
    }

    /// What of a file its text leaves out, and what to do about it; empty if nothing.
    public static String quality(Messages messages, LibraryFile file) {
        Quality quality = file.quality();
        return Stream.of(
                        part(messages, "quality.pictures", quality.unreadPages(), file.pages()),
                        part(messages, "quality.garbled", quality.garbledPages(), file.pages()),
                        part(messages, "quality.locked", quality.lockedParts(), file.pages()),
                        part(messages, "quality.unread", quality.unreadParts(), file.pages()))
                .filter(Predicate.not(String::isEmpty))
                .reduce((some, more) -> messages.get("quality.both", some, more))
                .orElse("");
    }

    private static String part(Messages messages, String key, int count, int pages) {
        return count == 0 ? "" : messages.get(key, count, pages);
    }

    /// Why a file is not in the index, and what to do about it.
    public static String problem(Messages messages, FileProblem problem) {
        return messages.get("problem." + problem.kind(), problem.detail());
    }
}
