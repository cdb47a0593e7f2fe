package org.fumikura.rag.parse;

/// Program code with spaces in the place of all characters of comments and strings, line breaks
/// excepted, so that what is left can be searched for declarations. As long as the code.
final class CodeMask {
    private static final int LONGEST_ESCAPE = 12;

    private final String code;
    private final CodeLanguage language;
    private final StringBuilder mask;

    private CodeMask(String code, CodeLanguage language) {
        this.code = code;
        this.language = language;
        this.mask = new StringBuilder(code);
    }

    static String of(String code, CodeLanguage language) {
        var masking = new CodeMask(code, language);
        int i = 0;
        while (i < code.length()) {
            int end = masking.endOfHidden(i);
            if (end > i) {
                masking.hide(i, end);
                i = end;
            } else {
                i++;
            }
        }
        return masking.mask.toString();
    }

    /// Where the comment or string that begins at `i` ends; `i` if none does.
    private int endOfHidden(int i) {
        char c = code.charAt(i);
        return switch (c) {
            case '/' -> isBraced() ? endOfSlash(i) : i;
            case '#' -> endOfHash(i);
            case '-' ->
                    language == CodeLanguage.QUERIES && code.startsWith("--", i) ? lineEnd(i) : i;
            case '"' -> code.startsWith("\"\"\"", i) ? after("\"\"\"", i + 3) : endOfString(i, '"');
            case '\'' -> endOfApostrophe(i);
            case '`' -> language == CodeLanguage.SCRIPT ? endOfQuote(i, '`', code.length()) : i;
            default -> i;
        };
    }

    private boolean isBraced() {
        return language == CodeLanguage.BRACES || language == CodeLanguage.SCRIPT;
    }

    private int endOfSlash(int i) {
        if (code.startsWith("//", i)) {
            return lineEnd(i);
        }
        return code.startsWith("/*", i) ? after("*/", i + 2) : i;
    }

    /// Comments in scripts, directives of the C preprocessor, which end no statement.
    private int endOfHash(int i) {
        boolean comment = language == CodeLanguage.INDENTED;
        boolean attribute = code.startsWith("#[", i);
        boolean first = code.substring(code.lastIndexOf('\n', i) + 1, i).isBlank();
        return comment || isBraced() && first && !attribute ? lineEnd(i) : i;
    }

    private int endOfApostrophe(int i) {
        if (code.startsWith("'''", i) && language == CodeLanguage.INDENTED) {
            return after("'''", i + 3);
        }
        if (language != CodeLanguage.BRACES) {
            return endOfQuote(i, '\'', lineEnd(i));
        }
        // One character or its escape; anything else is no character, such as a lifetime in Rust.
        int longest = code.startsWith("\\", i + 1) ? LONGEST_ESCAPE : 4;
        int end = endOfQuote(i, '\'', Math.min(i + longest, lineEnd(i)));
        return code.startsWith("\\", i + 1) || code.codePointCount(i, end) == 3 ? end : i;
    }

    private int endOfString(int i, char quote) {
        return endOfQuote(i, quote, lineEnd(i));
    }

    /// After the next `quote` that no backslash precedes, or `i` if there is none before `limit`.
    private int endOfQuote(int i, char quote, int limit) {
        for (int end = i + 1; end < limit; end++) {
            char c = code.charAt(end);
            if (c == '\\') {
                end++;
            } else if (c == quote) {
                return end + 1;
            }
        }
        return i;
    }

    private int after(String mark, int from) {
        int at = code.indexOf(mark, from);
        return at < 0 ? code.length() : at + mark.length();
    }

    private int lineEnd(int i) {
        int end = code.indexOf('\n', i);
        return end < 0 ? code.length() : end;
    }

    private void hide(int start, int end) {
        for (int i = start; i < end; i++) {
            if (code.charAt(i) != '\n') {
                mask.setCharAt(i, ' ');
            }
        }
    }
}
