package org.fumikura.rag.answer;

import java.util.List;
import java.util.regex.Pattern;
import org.fumikura.rag.index.ContentTerms;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.query.QueryReading;

/// Makes a follow-up findable: "And how long is it?" says too little alone, so what it leans on,
/// the question before, is searched with it.
final class FollowUp {
    private static final int FEW = 2;
    private static final Pattern LEANING =
            Pattern.compile(
                    "\\b(?:it|its|they|them|their|he|she|his|her|that|this|those|these|there|one|ones)\\b"
                            + "|^(?:and|also|but|what about|how about|why)\\b"
                            + "|それ|その|これ|この|あれ|あの|そこ|ここ|彼|では、|他に|ほかに|ほかは|もっと|なぜですか",
                    Pattern.CASE_INSENSITIVE);

    private FollowUp() {}

    /// What to search for.
    static String query(Question question, ContentTerms terms) {
        List<Exchange> history = question.history();
        if (history.isEmpty()) {
            return question.words();
        }
        boolean leans =
                LEANING.matcher(question.words()).find()
                        || terms.of(question.words()).size() <= FEW;
        return leans
                ? words(history.getLast().question()) + "\n" + question.words()
                : question.words();
    }

    /// What an earlier question asked, without its filters.
    private static String words(String earlier) {
        return Query.read(earlier) instanceof QueryReading.Understood(Query query)
                ? query.words()
                : earlier;
    }
}
