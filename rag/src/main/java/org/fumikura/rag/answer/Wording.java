package org.fumikura.rag.answer;

import java.util.regex.Pattern;

/// A few words as a text would say them: whatever their case and width, and whole ones where spaces
/// part them. "Plan A" does not stand in "plan at".
final class Wording {
    private static final Pattern AROUND =
            Pattern.compile("^[\\p{P}\\s]*(?:(?:the|an?)\\s+(?=\\S))?|[\\p{P}\\s]+$");

    private static final String LETTER = "[\\p{IsLatin}\\p{Nd}]";

    private final Pattern words;

    private Wording(Pattern words) {
        this.words = words;
    }

    /// @param text the words, with or without an article before and punctuation around them
    static Wording of(String text) {
        String bare = AROUND.matcher(Claim.folded(text)).replaceAll("");
        return new Wording(
                Pattern.compile(
                        "(?<!LETTER(?=LETTER))".replace("LETTER", LETTER)
                                + Pattern.quote(bare)
                                + "(?!(?<=LETTER)LETTER)".replace("LETTER", LETTER)));
    }

    /// Whether they stand in `text`, one after the other.
    boolean standsIn(String text) {
        return standsInFolded(Claim.folded(text));
    }

    /// The same in a text that [Claim#folded] gave.
    boolean standsInFolded(String text) {
        return words.matcher(text).find();
    }
}
