package org.fumikura.app.viewer;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;

/// Undoes the line breaks that a page's width put into running text, so that it can be wrapped
/// anew. Every offset stays valid: a break is replaced by one character, never removed.
final class LineWrap {
    // A line at least this full, compared with the longest, was broken for want of room.
    private static final double FULL = 0.75;
    private static final int SHORTEST = 20;
    private static final char NOTHING = '\u200B';

    private LineWrap() {}

    static String undo(String text) {
        int longest = Arrays.stream(text.split("\n", -1)).mapToInt(String::length).max().orElse(0);
        char[] characters = text.toCharArray();
        int lineStart = 0;
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == '\n') {
                boolean full = i - lineStart >= Math.max(SHORTEST, longest * FULL);
                if (full
                        && i + 1 < characters.length
                        && goesOn(characters[i - 1], characters[i + 1])) {
                    characters[i] = isWide(characters[i - 1]) ? NOTHING : ' ';
                }
                lineStart = i + 1;
            }
        }
        return new String(characters);
    }

    private static boolean goesOn(char before, char after) {
        boolean ended = ".!?:。！？：".indexOf(before) >= 0;
        return !ended && (Character.isLetter(after) || isWide(after)) && after != '・';
    }

    private static boolean isWide(char c) {
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || "、。「」（）・ー".indexOf(c) >= 0;
    }
}
