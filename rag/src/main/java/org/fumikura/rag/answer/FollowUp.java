package org.fumikura.rag.answer;

import java.util.regex.Pattern;
import org.fumikura.rag.index.ContentTerms;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.query.QueryReading;

/// Sees that a question leans on the one before it, by its words: "And how long is it?" says too
/// little alone. As long as it has not been rewritten, what it leans on is searched with it.
final class FollowUp {
    private static final int FEW = 2;
    private static final Pattern LEANING =
            Pattern.compile(
                    "\\b(?:it|its|they|them|their|he|she|his|her|that|this|those|these|there|then|one|ones)\\b"
                            + "|^(?:and|also|but|or|what about|how about|why|since when|until when)\\b"
                            + "|それ|その|これ|この|あれ|あの|そこ|ここ|彼|はどう(?:です|でしょう|なり)|^では|^じゃあ?|^そして|^また|^なら|他に|ほかに|ほかは|もっと|なぜですか",
                    Pattern.CASE_INSENSITIVE);

    private FollowUp() {}

    /// Whether `question` cannot be understood without the turns before it.
    static boolean leans(Question question, ContentTerms terms) {
        return !question.history().isEmpty()
                && !question.standsAlone()
                && (LEANING.matcher(question.words()).find()
                        || terms.of(question.words()).size() <= FEW);
    }

    /// What to search for.
    static String query(Question question, ContentTerms terms) {
        return leans(question, terms)
                ? words(question.history().getLast().question()) + "\n" + question.words()
                : question.words();
    }

    /// What an earlier question asked, without its filters.
    private static String words(String earlier) {
        return Query.read(earlier) instanceof QueryReading.Understood(Query query)
                ? query.words()
                : earlier;
    }
}
