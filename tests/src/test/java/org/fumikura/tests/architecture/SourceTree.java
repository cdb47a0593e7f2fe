package org.fumikura.tests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The Java sources of every module, tests included, canaries not.
final class SourceTree {
    private static final List<String> MODULES =
            List.of("ui-resources", "rag", "inference", "app", "tests");

    private SourceTree() {}

    /// The checkout's root folder.
    static Path root() {
        return Path.of(System.getProperty("fumikura.root", "..")).toAbsolutePath().normalize();
    }

    /// Every source file, with its text.
    static List<SourceFile> read() {
        return MODULES.stream()
                .flatMap(module -> Stream.of(module + "/src/main/java", module + "/src/test/java"))
                .map(root()::resolve)
                .filter(Files::isDirectory)
                .flatMap(SourceTree::filesIn)
                .sorted()
                .map(SourceFile::read)
                .toList();
    }

    private static Stream<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
