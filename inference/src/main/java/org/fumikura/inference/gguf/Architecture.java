package org.fumikura.inference.gguf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The networks the native runtimes can run, by llama.cpp's names. The list is a data file,
/// `architectures.txt`.
public final class Architecture {
    private static final String RESOURCE = "architectures.txt";
    private static final Map<String, List<String>> KNOWN = read();

    private Architecture() {}

    /// Whether a runtime of this program can run it: the embedded one, or at least a current one.
    public static boolean isKnown(String architecture) {
        return KNOWN.containsKey(architecture);
    }

    /// Whether the embedded runtime can run it.
    public static boolean isEmbedded(String architecture) {
        return KNOWN.getOrDefault(architecture, List.of()).contains("EMBEDDED");
    }

    /// Whether it makes vectors and never text.
    static boolean isEncoder(String architecture) {
        return KNOWN.getOrDefault(architecture, List.of()).contains("ENCODER");
    }

    private static Map<String, List<String>> read() {
        try (InputStream in = Architecture.class.getResourceAsStream(RESOURCE);
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(" ", -1)))
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    List::getFirst, words -> words.subList(1, words.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
