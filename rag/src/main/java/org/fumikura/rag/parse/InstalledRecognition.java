package org.fumikura.rag.parse;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The Tesseract on this machine: looked for whenever it is wanted, until it is found, so that one
/// installed meanwhile is used. For any number of threads.
final class InstalledRecognition {
    private static final List<String> USUAL_FOLDERS =
            List.of(
                    "/usr/bin",
                    "/usr/local/bin",
                    "/opt/homebrew/bin",
                    "/opt/local/bin",
                    "C:\\Program Files\\Tesseract-OCR",
                    "C:\\Program Files (x86)\\Tesseract-OCR");

    private final List<Path> folders;
    private volatile Optional<TextRecognition> found = Optional.empty();

    /// @param folders where to look, in this order
    InstalledRecognition(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /// In the folders of the `PATH` and where installers usually put it.
    static InstalledRecognition ofThisMachine() {
        Stream<String> path =
                Optional.ofNullable(System.getenv("PATH")).stream()
                        .flatMap(value -> Arrays.stream(value.split(File.pathSeparator)))
                        .filter(folder -> !folder.isBlank());
        Stream<String> own =
                Optional.ofNullable(System.getenv("LOCALAPPDATA")).stream()
                        .map(folder -> folder + "\\Programs\\Tesseract-OCR");
        return new InstalledRecognition(
                Stream.of(path, USUAL_FOLDERS.stream(), own)
                        .flatMap(folder -> folder)
                        .flatMap(InstalledRecognition::path)
                        .toList());
    }

    private static Stream<Path> path(String folder) {
        File file = new File(folder);
        try {
            return file.isAbsolute() ? Stream.of(file.toPath()) : Stream.empty();
        } catch (InvalidPathException nonsense) {
            return Stream.empty();
        }
    }

    Optional<TextRecognition> get() {
        if (found.isEmpty()) {
            found = Tesseract.find(folders).map(tesseract -> tesseract);
        }
        return found;
    }
}
