package org.fumikura.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fumikura.ui.Messages;
import org.junit.jupiter.api.Test;

/// Texts and code fit each other: no key without a use, no use without a key.
class MessageKeysTest {
    private static final Pattern LITERAL =
            Pattern.compile("\"([a-z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9_-]+)*\\.?)\"");

    private final Messages messages = Messages.of(Locale.ENGLISH);
    private final Set<String> literals = literals();

    @Test
    void everyKeyIsUsed() {
        List<String> unused = messages.keys().stream().filter(key -> !isUsed(key)).toList();
        assertEquals(List.of(), unused);
    }

    @Test
    void everyKeyInTheCodeHasAText() {
        Set<String> groups =
                messages.keys().stream()
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .collect(Collectors.toSet());
        List<String> missing =
                literals.stream()
                        .filter(literal -> literal.contains(".") && !literal.endsWith("."))
                        .filter(literal ->
                                groups.contains(literal.substring(0, literal.indexOf('.'))))
                        .filter(literal -> !isKeyOrPart(literal))
                        .filter(literal -> !NO_KEYS.contains(literal))
                        .toList();
        assertEquals(List.of(), missing);
        assertTrue(literals.contains("viewer.title"));
    }

    // Names of settings and files that look like keys.
    private static final Set<String> NO_KEYS =
            Set.of(
                    "model.chat",
                    "model.embedding",
                    "model.rerank",
                    "model.entailment",
                    "chat.read-ahead",
                    "library.db",
                    "library.words");

    /// A key stands in the code whole, or begins as one there does that is completed elsewhere.
    private boolean isUsed(String key) {
        if (literals.contains(key)) {
            return true;
        }
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            String start = key.substring(0, dot);
            boolean part = start.contains(".") && literals.contains(start);
            if (part || literals.contains(start + ".")) {
                return true;
            }
        }
        return false;
    }

    private boolean isKeyOrPart(String literal) {
        return messages.has(literal)
                || messages.keys().stream().anyMatch(key -> key.startsWith(literal + "."));
    }

    private static Set<String> literals() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Set<String> literals = new TreeSet<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(literals::add);
            }
            return literals;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
