package org.fumikura.rag.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.basjes.gitignore.GitIgnore;

/// What of a folder is not a person's own document: hidden files, the droppings of systems and
/// programs (`ignored.txt`), and what the person excludes with `.fumikuraignore` files, which are
/// written and nested like git's.
///
/// Reads each such file once; make a new one for a new look. For one thread.
final class IgnoreRules {
    static final String FILE_NAME = ".fumikuraignore";

    private static final GitIgnore DROPPINGS = new GitIgnore(droppings());

    private final Path root;
    private final Map<Path, Optional<GitIgnore>> files = new HashMap<>();

    /// @param root rules above it do not count, and it is itself never ignored
    IgnoreRules(Path root) {
        this.root = root;
    }

    /// Whether a file below the root is ignored.
    boolean isIgnored(Path file) {
        return isIgnored(file, "");
    }

    /// Whether a folder below the root is ignored with all that is in it.
    boolean isFolderIgnored(Path folder) {
        return isIgnored(folder, "/");
    }

    private boolean isIgnored(Path path, String ending) {
        if (path.equals(root)) {
            return false;
        }
        Path inside = root.relativize(path);
        for (Path name : inside) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        boolean ignored = isTrue(DROPPINGS.isIgnoredFile(text(inside) + ending));
        Path folder = root;
        for (int depth = 0; depth < inside.getNameCount(); depth++) {
            Optional<GitIgnore> rules = files.computeIfAbsent(folder, IgnoreRules::read);
            if (rules.isPresent()) {
                // Nothing is said of most files: then what was said above holds.
                Boolean verdict = rules.get().isIgnoredFile(text(folder.relativize(path)) + ending);
                ignored = verdict == null ? ignored : verdict;
            }
            folder = folder.resolve(inside.getName(depth));
        }
        return ignored;
    }

    private static boolean isTrue(Boolean verdict) {
        return Boolean.TRUE.equals(verdict);
    }

    private static String text(Path relative) {
        return "/" + GitIgnore.separatorsToUnix(relative.toString());
    }

    private static Optional<GitIgnore> read(Path folder) {
        Path file = folder.resolve(FILE_NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GitIgnore(text(file, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String text(Path file, java.nio.charset.Charset charset) throws IOException {
        try {
            return Files.readString(file, charset);
        } catch (MalformedInputException notUnicode) {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        }
    }

    private static String droppings() {
        try (InputStream in = IgnoreRules.class.getResourceAsStream("ignored.txt")) {
            if (in == null) {
                throw new IllegalStateException("ignored.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
