package org.fumikura.rag.library;

import java.nio.file.Path;

/// How documents are called.
final class Titles {
    private Titles() {}

    /// What is shown: the document's own title, or else the file's name.
    static String shown(String title, Path file) {
        return title.isBlank() ? name(file) : title;
    }

    /// What is searched: both, for people look for both.
    static String searched(String title, Path file) {
        return title.isBlank() ? name(file) : title + " " + name(file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
