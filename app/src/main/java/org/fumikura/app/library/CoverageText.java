package org.fumikura.app.library;

import java.util.Map;
import java.util.stream.Collectors;
import org.fumikura.rag.library.FileProblem;
import org.fumikura.ui.Messages;

/// The state of the library in one line.
public final class CoverageText {
    private CoverageText() {}

    /// How many files can be searched, what keeps the others from it, and which are out of reach or
    /// there twice.
    public static String line(Messages messages, Coverage coverage) {
        if (coverage.files() == 0) {
            return messages.get("library.none");
        }
        String searchable =
                messages.get("library.coverage", coverage.searchable(), coverage.files());
        String problems =
                coverage.problems().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> problem(messages, entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining());
        return searchable
                + problems
                + also(messages, "library.coverage.offline", coverage.offline())
                + also(messages, "library.coverage.duplicates", coverage.duplicates());
    }

    /// The same, short: how many files can be searched, and how many cannot.
    public static String summary(Messages messages, Coverage coverage) {
        if (coverage.files() == 0) {
            return messages.get("library.none");
        }
        String searchable =
                messages.get("library.coverage", coverage.searchable(), coverage.files());
        return coverage.problemCount() == 0
                ? searchable
                : searchable
                        + messages.get(
                                "library.coverage-problem",
                                messages.get("library.problems", coverage.problemCount()));
    }

    private static String also(Messages messages, String key, int count) {
        return count == 0 ? "" : messages.get("library.coverage-problem", messages.get(key, count));
    }

    private static String problem(Messages messages, FileProblem.Kind kind, int count) {
        return messages.get(
                "library.coverage-problem", messages.get("problem.count." + kind, count));
    }
}
