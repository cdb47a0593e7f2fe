package org.fumikura.rag.answer;

/// The language an answer is written in.
public enum Language {
    ENGLISH("en"),
    JAPANESE("ja");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// The IETF tag, such as `ja`.
    public String tag() {
        return tag;
    }

    /// The language a question is asked in: Japanese if it has a kana or kanji, else English.
    public static Language of(String text) {
        boolean japanese =
                text.codePoints()
                        .mapToObj(Character.UnicodeScript::of)
                        .anyMatch(script ->
                                script == Character.UnicodeScript.HIRAGANA
                                        || script == Character.UnicodeScript.KATAKANA
                                        || script == Character.UnicodeScript.HAN);
        return japanese ? JAPANESE : ENGLISH;
    }
}
