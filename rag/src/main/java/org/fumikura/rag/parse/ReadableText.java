package org.fumikura.rag.parse;

import java.text.Normalizer;
import java.util.Map;

/// Text as a reader sees it: without characters that only machines see, and with each character in
/// the form a person would type. Full-width letters, half-width kana and the like stay as printed.
final class ReadableText {
    /// Radicals that Unicode does not fold but fonts of Japanese PDFs use for the ideograph itself,
    /// and two that it folds to a form not written in Japan.
    private static final Map<Character, Character> RADICALS =
            Map.ofEntries(
                    Map.entry('⺟', '母'),
                    Map.entry('⺠', '民'),
                    Map.entry('⺤', '爪'),
                    Map.entry('⺨', '犬'),
                    Map.entry('⺫', '目'),
                    Map.entry('⺬', '示'),
                    Map.entry('⺭', '示'),
                    Map.entry('⺮', '竹'),
                    Map.entry('⻁', '虎'),
                    Map.entry('⻄', '西'),
                    Map.entry('⻅', '見'),
                    Map.entry('⻆', '角'),
                    Map.entry('⻉', '貝'),
                    Map.entry('⻋', '車'),
                    Map.entry('⻑', '長'),
                    Map.entry('⻒', '長'),
                    Map.entry('⻓', '長'),
                    Map.entry('⻘', '青'),
                    Map.entry('⻛', '風'),
                    Map.entry('⻝', '食'),
                    Map.entry('⻞', '食'),
                    Map.entry('⻢', '馬'),
                    Map.entry('⻣', '骨'),
                    Map.entry('⻤', '鬼'),
                    Map.entry('⻥', '魚'),
                    Map.entry('⻦', '鳥'),
                    Map.entry('⻨', '麦'),
                    Map.entry('⻩', '黄'),
                    Map.entry('⻫', '斉'),
                    Map.entry('⻬', '斉'),
                    Map.entry('⻭', '歯'),
                    Map.entry('⻯', '竜'),
                    Map.entry('⻲', '亀'),
                    Map.entry('⻳', '亀'),
                    Map.entry('⼾', '戸'),
                    Map.entry('⿊', '黒'));

    private ReadableText() {}

    /// `text` with line breaks as `\n`; control, zero-width and unassigned-by-design characters
    /// dropped; radicals, compatibility ideographs and Latin ligatures replaced by what they stand
    /// for; symbol-font bullets as `•`. Text that needs nothing is returned as it is.
    static String clean(String text) {
        int first = firstOdd(text);
        if (first < 0) {
            return text;
        }
        var out = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isOdd(c)) {
                out.append(c);
            } else if (Character.isSurrogate(c)) {
                i += appendSupplementary(text, i, out);
            } else if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    out.append('\n');
                }
            } else {
                appendReplacement(c, out);
            }
        }
        return out.toString();
    }

    /// Whether `c` belongs to a script written without spaces between words (Chinese characters,
    /// kana, their punctuation and full-width forms).
    static boolean isUnspaced(int c) {
        return (c >= 0x2E80 && c <= 0x9FFF && !(c >= 0x3130 && c <= 0x318F))
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFF00 && c <= 0xFFEF)
                || (c >= 0x20000 && c <= 0x3FFFF);
    }

    /// The word space to put between two pieces of one sentence that a line break parted: none next
    /// to a script written without spaces.
    static String joint(CharSequence left, CharSequence right) {
        if (left.isEmpty() || right.isEmpty()) {
            return "";
        }
        char last = left.charAt(left.length() - 1);
        char next = right.charAt(0);
        boolean tight =
                isUnspaced(last)
                        || isUnspaced(next)
                        || Character.isLowSurrogate(last)
                        || Character.isHighSurrogate(next)
                        || Character.isWhitespace(last)
                        || Character.isWhitespace(next);
        return tight ? "" : " ";
    }

    /// Adds a line to the paragraph that it goes on, without the hyphen that parts a word at the
    /// end of the line before.
    static void appendLine(StringBuilder paragraph, String line) {
        int length = paragraph.length();
        boolean hyphenated =
                length > 1
                        && paragraph.charAt(length - 1) == '-'
                        && Character.isLowerCase(paragraph.charAt(length - 2))
                        && !line.isEmpty()
                        && Character.isLowerCase(line.charAt(0));
        if (hyphenated) {
            paragraph.setLength(length - 1);
            paragraph.append(line);
        } else {
            paragraph.append(joint(paragraph, line)).append(line);
        }
    }

    private static int firstOdd(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isOdd(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOdd(char c) {
        if (c < 0x7F) {
            return c < 0x20 && c != '\n' && c != '\t';
        }
        return c < 0xA0
                || c == 0xAD
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x2064)
                || (c >= 0x2E80 && c <= 0x2FDF)
                || (c >= 0xD800 && c <= 0xFAFF)
                || (c >= 0xFB00 && c <= 0xFB06)
                || c == 0xFEFF
                || c >= 0xFFF0;
    }

    /// Returns the number of code units used beyond the first.
    private static int appendSupplementary(String text, int i, StringBuilder out) {
        int point = text.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(point)) {
            out.append('\uFFFD');
            return 0;
        }
        boolean compatibilityIdeograph = point >= 0x2F800 && point <= 0x2FA1F;
        String one = Character.toString(point);
        out.append(compatibilityIdeograph ? Normalizer.normalize(one, Normalizer.Form.NFKC) : one);
        return 1;
    }

    private static void appendReplacement(char c, StringBuilder out) {
        if (c == 0x85 || c == 0x2028 || c == 0x2029) {
            out.append('\n');
        } else if (c == '\f' || c == 0x0B) {
            out.append('\n');
        } else if (c >= 0x2E80 && c <= 0x2FDF || c >= 0xF900 && c <= 0xFB06) {
            Character radical = RADICALS.get(c);
            out.append(
                    radical != null
                            ? radical.toString()
                            : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC));
        } else if (c >= 0xE000 && c <= 0xF8FF) {
            boolean bullet = isSymbolFontBullet(c) || isSymbolFont(c) && out.toString().isBlank();
            out.append(bullet ? '•' : c);
        } else if (c == 0xFFFC || c == 0xFFFD) {
            out.append(c == 0xFFFD ? "\uFFFD" : "");
        }
    }

    /// Whether `c` comes from a symbol font: at the start of a text that is a bullet of some shape.
    private static boolean isSymbolFont(char c) {
        return c >= 0xF020 && c <= 0xF0FF;
    }

    /// Bullets of the fonts Symbol and Wingdings as office programs write them.
    private static boolean isSymbolFontBullet(char c) {
        return switch (c) {
            case 0xF06C,
                    0xF06E,
                    0xF075,
                    0xF076,
                    0xF09F,
                    0xF0A7,
                    0xF0A8,
                    0xF0B7,
                    0xF0D8,
                    0xF0E8,
                    0xF0FC ->
                    true;
            default -> false;
        };
    }
}
