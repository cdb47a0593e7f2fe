package org.fumikura.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fumikura.ui.SampleDocuments;

/// Readable text of any length: the sentences of the sample documents in ever new orders, the same
/// at every run.
///
/// @param english sentences
/// @param japanese sentences
record SampleText(List<String> english, List<String> japanese) {
    /// As many as a small folder has, and half a minute for the embedder.
    private static final int PAGES = 200;

    private static final int ENGLISH_PAGE = 1800;
    private static final int JAPANESE_PAGE = 800;
    private static final int SHORTEST_SENTENCE = 12;

    /// Reads the sample documents that are plain text.
    ///
    /// @param folder they are written there
    static SampleText read(Path folder) {
        try {
            List<Path> files = SampleDocuments.copyTo(folder);
            return new SampleText(
                    sentences(files, "-en", "(?<=[.!?])\\s+|\\n+"),
                    sentences(files, "-ja", "(?<=。)|\\n+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sentences(List<Path> files, String language, String ends)
            throws IOException {
        List<String> sentences = new ArrayList<>();
        for (Path file : files) {
            String name = file.toString();
            if (name.endsWith(language + ".md") || name.endsWith(language + ".txt")) {
                Stream.of(Files.readString(file).split(ends))
                        .map(String::strip)
                        .filter(sentence -> sentence.length() >= SHORTEST_SENTENCE)
                        .forEach(sentences::add);
            }
        }
        return List.copyOf(sentences);
    }

    /// English text.
    ///
    /// @param seed chooses the order
    /// @param length in characters, at least; a sentence is not cut
    String english(long seed, int length) {
        return text(english, " ", seed, length);
    }

    /// Writes Markdown files of about a printed page each, every other one Japanese.
    ///
    /// @return the files written
    List<Path> writePages(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            for (int page = 0; page < PAGES; page++) {
                boolean even = page % 2 == 0;
                String text =
                        even
                                ? english(page, ENGLISH_PAGE)
                                : text(japanese, "", page, JAPANESE_PAGE);
                files.add(
                        Files.writeString(
                                folder.resolve("page-" + page + ".md"),
                                "# Page " + page + "\n\n" + text + "\n"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String text(List<String> sentences, String space, long seed, int length) {
        Random random = new Random(seed);
        var text = new StringBuilder();
        while (text.length() < length) {
            List<String> order = new ArrayList<>(sentences);
            Collections.shuffle(order, random);
            text.append(
                    order.stream()
                            .limit(Math.max(1, sentences.size() / 2))
                            .collect(Collectors.joining(space, "", space)));
        }
        return cut(text.toString(), length);
    }

    /// Cuts after a sentence, so that no word is halved.
    private static String cut(String text, int length) {
        int end = Math.max(text.indexOf(". ", length), text.indexOf('。', length));
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
