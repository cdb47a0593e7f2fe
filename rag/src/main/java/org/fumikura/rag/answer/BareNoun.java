package org.fumikura.rag.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.rag.index.SearchText;

/// An answer that is nothing but a noun in kanji or katakana, 「赤海側」: as good as a quotation. Where
/// no passage has it (the sea is 紅海) nothing bears it out, though its parts stand everywhere.
final class BareNoun {
    private static final Pattern NOUN =
            Pattern.compile(
                    "^[「『\"]?(?<noun>[\\p{IsHan}\\p{IsKatakana}ー々・]{3,14})[」』\"]?(?:です|である|だ)?[。.]?$");

    /// Counts are written in more ways than one.
    private static final Pattern NUMERAL = Pattern.compile("[〇一二三四五六七八九十百千万億数半]");

    private BareNoun() {}

    /// What of `sentence` documents would say letter by letter, as its essence; empty if it is no
    /// bare noun.
    static Optional<String> of(String sentence) {
        Matcher bare = NOUN.matcher(sentence.strip());
        return bare.matches() && !NUMERAL.matcher(bare.group("noun")).find()
                ? Optional.of(SearchText.essence(bare.group("noun")))
                : Optional.empty();
    }
}
