package org.fumikura.app.library;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.fumikura.rag.library.FilePresence;
import org.fumikura.rag.library.FileProblem;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryFile;

/// How much of the library can be searched.
///
/// @param files how many files there are
/// @param searchable how many can be found by words, at least
/// @param ready how many can be found by words and by meaning
/// @param waiting how many are queued or being read
/// @param offline how many cannot be reached now; what was read of them is searchable
/// @param duplicates how many hold the same content as another
/// @param problems how many there are of each kind of problem
/// @param progress of all the work, from 0 to 1
public record Coverage(
        int files,
        int searchable,
        int ready,
        int waiting,
        int offline,
        int duplicates,
        Map<FileProblem.Kind, Integer> problems,
        double progress) {
    public Coverage {
        problems = Map.copyOf(problems);
    }

    /// Counts the files of a library.
    ///
    /// @param duplicates among these files
    public static Coverage of(Collection<LibraryFile> files, Duplicates duplicates) {
        int searchable = 0;
        int ready = 0;
        int waiting = 0;
        int offline = 0;
        double progress = 0;
        Map<FileProblem.Kind, Integer> problems = new EnumMap<>(FileProblem.Kind.class);
        for (LibraryFile file : files) {
            switch (file.state()) {
                case QUEUED, READING -> waiting++;
                case SEARCHABLE -> searchable++;
                case READY -> {
                    searchable++;
                    ready++;
                }
                case PROBLEM ->
                        file.problem()
                                .ifPresent(
                                        problem -> problems.merge(problem.kind(), 1, Integer::sum));
            }
            if (file.presence() == FilePresence.OFFLINE) {
                offline++;
            }
            progress += progress(file);
        }
        return new Coverage(
                files.size(),
                searchable,
                ready,
                waiting,
                offline,
                duplicates.originals().size(),
                problems,
                files.isEmpty() ? 1 : progress / files.size());
    }

    /// Whether there is work left.
    public boolean isBusy() {
        return waiting > 0 || ready < searchable;
    }

    /// How many files have a problem.
    public int problemCount() {
        return problems.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// How far one file has come, from 0 to 1.
    static double progress(LibraryFile file) {
        return switch (file.state()) {
            case QUEUED -> 0;
            case READING -> 0.1;
            // Reading takes a fifth of the time that embedding takes.
            case SEARCHABLE -> 0.2 + 0.8 * file.embedded() / Math.max(1, file.passages());
            case READY, PROBLEM -> 1;
        };
    }

    /// Whether a file waits for its words or its meaning.
    static boolean isUnderWay(LibraryFile file) {
        return switch (file.state()) {
            case QUEUED, READING, SEARCHABLE -> true;
            case READY, PROBLEM -> false;
        };
    }

    /// Whether a file can be found by words, at least.
    static boolean isSearchable(LibraryFile file) {
        return file.state() == FileState.SEARCHABLE || file.state() == FileState.READY;
    }
}
