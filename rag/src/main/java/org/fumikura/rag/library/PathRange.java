package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.Map;

/// A path and all paths below it, as a condition on a `path` column that its index can answer.
final class PathRange {
    /// Bind [#of] to it.
    static final String CONDITION = "(path = :path OR (path >= :first AND path < :past))";

    private PathRange() {}

    /// The parameters of [#CONDITION] for `path` and what is below it.
    static Map<String, String> of(Path path) {
        String text = path.toString();
        String separator = path.getFileSystem().getSeparator();
        String folder = text.endsWith(separator) ? text : text + separator;
        // No path below the folder sorts at or past the folder's name with the next character.
        String past =
                folder.substring(0, folder.length() - 1)
                        + (char) (folder.charAt(folder.length() - 1) + 1);
        return Map.of("path", text, "first", folder, "past", past);
    }
}
