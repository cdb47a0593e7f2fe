package org.fumikura.rag.parse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells titles that people gave from what programs leave in a file's title field.
final class Titles {
    private static final int MAX_LENGTH = 200;
    private static final Pattern MACHINE_MADE =
            Pattern.compile(
                    "(?iu)microsoft (word|powerpoint|excel)\\b.*"
                            + "|(untitled|無題|名称未設定|タイトルなし|no title|title|document|presentation|"
                            + "powerpoint プレゼンテーション|powerpoint presentation|スライド|slide|文書|表紙)"
                            + "[ 　]*[-_]?[ 　]*\\d*"
                            + "|.*\\.(docx?|xlsx?|pptx?|pdf|jtdc?|txt|html?|indd|ai|eps|rtf|od[tsp]|tex|dvi|ps)"
                            + "|[\\p{Punct}\\p{Space}\\p{Digit}]*");

    private Titles() {}

    /// `title` cleaned and on one line, or an empty string if it names nothing.
    static String sensible(@Nullable String title) {
        if (title == null) {
            return "";
        }
        String clean = ReadableText.clean(title).replaceAll("\\s+", " ").strip();
        boolean garbled = clean.chars().anyMatch(c -> c == 0xFFFD || isUnlikely((char) c));
        boolean names =
                !clean.isEmpty()
                        && clean.length() <= MAX_LENGTH
                        && !garbled
                        && !MACHINE_MADE.matcher(clean).matches();
        return names ? clean : "";
    }

    /// Letters that come out when Shift_JIS or UTF-8 bytes are read as Latin-1: rare in titles of
    /// any language that this application reads.
    private static boolean isUnlikely(char c) {
        return c >= 0x80 && c <= 0xA0 || c == '¿' || c == '‚' || c == 'ƒ' || c == '¯' || c == '¦';
    }
}
