package org.fumikura.rag.answer;

import java.util.regex.Pattern;
import org.fumikura.rag.index.SearchText;

/// Recognises an answer that only says a word of the question again: asked what there is beside A,
/// small models say "A". A word of the question may well be the answer where the question offers a
/// choice, or asks whether something is so.
final class Echo {
    private static final Pattern ASKS_FOR_SOMETHING =
            Pattern.compile(
                    "\\b(?:who|whom|whose|what|which|when|where|why|how)\\b"
                            + "|[何誰]|だれ|どこ|どの|どんな|どう|いつ|いく[つら]|なに|なぜ");

    private static final Pattern OFFERS_A_CHOICE =
            Pattern.compile(
                    "\\b(?:which of|or|whether|either|between)\\b"
                            + "|どちら|どっち|どれ|いずれ|のうち|の(?:なか|中)で|(?<![ほなばし])か[、,]?[^か]+か[?。]*$");

    private static final Pattern ENDING = Pattern.compile("(?:です|でした|である|だった|だ)?[。.!]*$");

    private static final Pattern ASKING = Pattern.compile("(?:[?？]|(?:くだ|下)さい[。.!]*|か。|のか[。?？]*)$");

    private Echo() {}

    /// Whether `sentence` asks what `question` asks, in its words: models begin answers so.
    static boolean asks(String question, String sentence) {
        String said = SearchText.essence(sentence);
        return !said.isEmpty()
                && ASKING.matcher(sentence.strip()).find()
                && SearchText.essence(question).contains(said);
    }

    /// Whether `sentence` says nothing but what stands in `question`, which asks for something
    /// else.
    static boolean isOne(String question, String sentence) {
        String asked = Claim.folded(question);
        String said =
                SearchText.essence(ENDING.matcher(Claim.folded(sentence).strip()).replaceFirst(""));
        return !said.isEmpty()
                && SearchText.essence(asked).contains(said)
                && ASKS_FOR_SOMETHING.matcher(asked).find()
                && !OFFERS_A_CHOICE.matcher(asked).find();
    }
}
