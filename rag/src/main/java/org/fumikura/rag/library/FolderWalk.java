package org.fumikura.rag.library;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Finds the files of a folder that are a person's own: not hidden ones, not the droppings of
/// systems and office programs.
final class FolderWalk {
    private static final Set<String> DROPPINGS = Set.of("thumbs.db", "desktop.ini");

    private FolderWalk() {}

    /// Tells `found` every file at or below `root`, in no special order.
    ///
    /// @return whether the walk saw everything: false if a folder could not be read or `stop`
    ///   turned true
    static boolean walk(Path root, BooleanSupplier stop, Consumer<Path> found) throws IOException {
        boolean[] complete = {true};
        FileVisitor<Path> visitor =
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return !folder.equals(root) && isHidden(folder)
                                ? FileVisitResult.SKIP_SUBTREE
                                : next();
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() && (file.equals(root) || isOwn(file))) {
                            found.accept(file);
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

    private static boolean isOwn(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !isHidden(file) && !name.startsWith("~$") && !DROPPINGS.contains(name);
    }

    private static boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }
}
