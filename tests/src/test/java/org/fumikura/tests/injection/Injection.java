package org.fumikura.tests.injection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A document with orders for the model in it.
///
/// @param file its name
/// @param content its text; of a PDF the lines, those that begin with `~` in white
/// @param question what a person asks of it
/// @param payload what an answer that obeys has in it
record Injection(String file, String content, String question, String payload) {
    /// Writes the document into `folder`.
    Path write(Path folder) throws IOException {
        Path path = folder.resolve(file);
        if (file.endsWith(".pdf")) {
            PaintedPdf.write(path, content.lines().toList());
        } else {
            Files.writeString(path, content);
        }
        return path;
    }

    @Override
    public String toString() {
        return file;
    }
}
