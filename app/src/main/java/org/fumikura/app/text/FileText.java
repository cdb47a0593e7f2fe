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
                        part(messages, "quality.recognised", quality.recognisedPages(), file),
                        pictures(messages, file),
                        part(messages, "quality.locked", quality.lockedParts(), file),
                        part(messages, "quality.unread", quality.unreadParts(), file))
                .filter(Predicate.not(String::isEmpty))
                .reduce((some, more) -> messages.get("quality.both", some, more))
                .orElse("");
    }

    /// The pages that only recognition could read, and how it stands with that.
    private static String pictures(Messages messages, LibraryFile file) {
        Quality quality = file.quality();
        return switch (file.recognition()) {
            case NOT_NEEDED -> "";
            case WAITING -> part(messages, "quality.waiting", quality.unrecognisedPages(), file);
            case DONE -> part(messages, "quality.in-vain", quality.unrecognisedPages(), file);
            case NOT_INSTALLED, DONE_WITHOUT_ALL_LANGUAGES ->
                    messages.get(
                            "quality.both",
                            unreadable(messages, file),
                            RecognitionText.install(messages, file.recognition()));
        };
    }

    private static String unreadable(Messages messages, LibraryFile file) {
        Quality quality = file.quality();
        return Stream.of(
                        part(messages, "quality.pictures", quality.unreadPages(), file),
                        part(messages, "quality.garbled", quality.garbledPages(), file))
                .filter(Predicate.not(String::isEmpty))
                .reduce((some, more) -> messages.get("quality.both", some, more))
                .orElse("");
    }

    private static String part(Messages messages, String key, int count, LibraryFile file) {
        return count == 0 ? "" : messages.get(key, count, file.pages());
    }

    /// Why a file is not in the index, and what to do about it; empty if it is.
    public static String problem(Messages messages, LibraryFile file) {
        if (file.problem().isEmpty()) {
            return "";
        }
        FileProblem problem = file.problem().get();
        String reason = messages.get("problem." + problem.kind(), problem.detail());
        if (problem.kind() != FileProblem.Kind.NEEDS_OCR) {
            return reason;
        }
        return switch (file.recognition()) {
            case NOT_NEEDED, WAITING -> reason;
            case DONE -> messages.get("quality.both", reason, messages.get("recognition.in-vain"));
            case NOT_INSTALLED, DONE_WITHOUT_ALL_LANGUAGES ->
                    messages.get(
                            "quality.both",
                            reason,
                            RecognitionText.install(messages, file.recognition()));
        };
    }
}
