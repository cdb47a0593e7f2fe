package org.fumikura.rag.library;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// Finds the files of a folder that [IgnoreRules] do not exclude.
final class FolderWalk {
    private FolderWalk() {}

    /// Tells `found` every file at or below `root` with its stamp, in no special order. A root that
    /// is a file is told in any case.
    ///
    /// @return whether the walk saw everything: false if a folder could not be read or `stop`
    ///   turned true
    static boolean walk(
            Path root, IgnoreRules rules, BooleanSupplier stop, BiConsumer<Path, FileStamp> found)
            throws IOException {
        boolean[] complete = {true};
        FileVisitor<Path> visitor =
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return !folder.equals(root) && rules.isFolderIgnored(folder)
                                ? FileVisitResult.SKIP_SUBTREE
                                : next();
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()
                                && (file.equals(root) || !rules.isIgnored(file))) {
                            found.accept(file, FileStamp.of(attributes));
                        }
                        return next();
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException fault) {
                        complete[0] = false;
                        return next();
                    }

                    private FileVisitResult next() {
                        if (stop.getAsBoolean()) {
                            complete[0] = false;
                            return FileVisitResult.TERMINATE;
                        }
                        return FileVisitResult.CONTINUE;
                    }
                };
        Files.walkFileTree(root, visitor);
        return complete[0];
    }
}
