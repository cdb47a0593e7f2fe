package org.fumikura.rag.index;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.lucene.analysis.ja.dict.UserDictionary;

/// Words that a person's documents use and no dictionary has: names of products, projects, people.
/// Japanese text is cut so that they stay whole.
///
/// @param readings each word, normalised, with its reading in katakana
public record OwnWords(SequencedMap<String, String> readings) {
    /// No words beyond the dictionary's.
    public static final OwnWords NONE = new OwnWords(new LinkedHashMap<>());

    /// Hexadecimal digits.
    private static final int FINGERPRINT = 16;

    public OwnWords {
        readings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(readings));
    }

    /// Reads a list as a person writes it: a word a line, its reading after a comma or a tab if it
    /// is not read as it is written. Lines that begin with `#` are remarks; a word that stands
    /// twice counts once, as it stands first.
    public static OwnWords of(String lines) {
        var readings = new LinkedHashMap<String, String>();
        for (String line : lines.lines().toList()) {
            String[] parts = SearchText.normalise(line).strip().split("\\s*[,、\\t]\\s*", 2);
            String word = parts[0].replaceAll("[\"#\\s]", "");
            if (!word.isEmpty() && !line.strip().startsWith("#")) {
                String reading = parts.length > 1 ? parts[1].replaceAll("[\"#,\\s]", "") : "";
                readings.putIfAbsent(
                        word, JapaneseForms.katakana(reading.isEmpty() ? word : reading));
            }
        }
        return new OwnWords(readings);
    }

    /// The list as [#of] reads it.
    public String lines() {
        return readings.entrySet().stream()
                .map(entry ->
                        JapaneseForms.katakana(entry.getKey()).equals(entry.getValue())
                                ? entry.getKey()
                                : entry.getKey() + ", " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    /// Names the list: an index that was cut with another is made anew. Blank for none.
    String fingerprint() {
        return readings.isEmpty()
                ? ""
                : DigestUtils.sha256Hex(readings.toString()).substring(0, FINGERPRINT);
    }

    /// The list as Kuromoji takes it; empty for none.
    Optional<UserDictionary> dictionary() {
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        String lines =
                readings.entrySet().stream()
                        .map(OwnWords::entry)
                        .collect(Collectors.joining("\n", "", "\n"));
        try {
            return Optional.ofNullable(UserDictionary.open(new StringReader(lines)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /// Surface, how it is cut (not at all), reading, part of speech.
    private static String entry(Map.Entry<String, String> word) {
        return word.getKey() + "," + word.getKey() + "," + word.getValue() + ",カスタム名詞";
    }
}
