package org.fumikura.app.text;

/// Texts in one line that is not too long.
public final class Shortened {
    private Shortened() {}

    /// The text without line breaks, cut off at the end of a word where it is longer than so many
    /// UTF-16 code units; Japanese is cut between characters.
    public static String line(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= most) {
            return line;
        }
        int end = Character.isLowSurrogate(line.charAt(most)) ? most - 1 : most;
        boolean within = isLatin(line.codePointBefore(end)) && isLatin(line.codePointAt(end));
        int space = line.lastIndexOf(' ', end);
        return line.substring(0, within && space > 0 ? space : end).stripTrailing() + "…";
    }

    private static boolean isLatin(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN
                || Character.isDigit(letter);
    }
}
