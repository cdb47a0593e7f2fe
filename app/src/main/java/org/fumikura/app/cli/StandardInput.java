package org.fumikura.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What is written into a command, for words that must not stand among its arguments.
final class StandardInput {
    private StandardInput() {}

    /// Its first line, in UTF-8; empty if there is none or nothing on it.
    static Optional<String> line() {
        try {
            String line =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                            .readLine();
            return Optional.ofNullable(line).filter(words -> !words.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
