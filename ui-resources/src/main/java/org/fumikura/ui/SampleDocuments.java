package org.fumikura.ui;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/// A few documents to try the application with, in English and Japanese. The example questions
/// `welcome.question.1` to `welcome.question.3` of each language are answered in them.
public final class SampleDocuments {
    // Plain ASCII names: in the POSIX locale Java cannot write any other.
    private static final List<String> NAMES =
            List.of(
                    "travel-policy-en.md",
                    "kettle-manual-en.html",
                    "minutes-en.txt",
                    "travel-policy-ja.md",
                    "library-guide-ja.html",
                    "minutes-ja.txt");

    private SampleDocuments() {}

    /// Writes the documents into a folder, which is made if it is not there; documents of the same
    /// names are replaced.
    ///
    /// @return the files written
    public static List<Path> copyTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : NAMES) {
            String resource = "samples/" + name;
            try (InputStream in = SampleDocuments.class.getResourceAsStream(resource)) {
                Files.copy(
                        Objects.requireNonNull(in, resource),
                        folder.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return NAMES.stream().map(folder::resolve).toList();
    }
}
