package org.fumikura.rag.retrieve;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// What a text is written in.
final class Scripts {
    private static final Set<UnicodeScript> CJK =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL);

    private Scripts() {}

    /// Whether `text` has no Chinese character, kana or Hangul.
    static boolean isWithoutCjk(String text) {
        return text.codePoints().mapToObj(UnicodeScript::of).noneMatch(CJK::contains);
    }
}
