package org.fumikura.rag.parse;

import java.util.List;

/// Text recognised in a picture, and how far it can be relied on.
///
/// @param paragraphs in reading order
/// @param confidence from 0 to 100, the mean over all letters
record Recognised(List<String> paragraphs, double confidence) {
    /// Below this the letters are more noise than text.
    private static final double LEAST = 40;

    private static final int FEW_LETTERS = 4;

    Recognised {
        paragraphs = List.copyOf(paragraphs);
    }

    /// Whether there is text that a person would recognise too.
    boolean isText() {
        return confidence >= LEAST
                && paragraphs.stream()
                                .flatMapToInt(String::codePoints)
                                .filter(Character::isLetterOrDigit)
                                .count()
                        >= FEW_LETTERS;
    }
}
