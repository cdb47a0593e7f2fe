package org.fumikura.rag.answer;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.fumikura.rag.index.ContentTerms;

/// Cuts a checked sentence that says the question again down to the words that were asked for. The
/// model chooses them, held by a grammar to a stretch of the sentence, so that nothing can come in
/// that was not checked. Waits for the model.
final class Shortening {
    /// Words and numbers are not cut; other letters stand by themselves.
    private static final Pattern UNIT =
            Pattern.compile(
                    "[\\p{IsLatin}\\p{Nd}]+(?:[.,'’-][\\p{IsLatin}\\p{Nd}]+)*+|[\\p{IsKatakana}ー]+|\\R|.",
                    Pattern.DOTALL);

    private static final int LONGEST = 300;
    private static final int TOKENS = 80;

    private final ContentTerms terms;
    private final WritingModel model;
    private final Prompt prompt;
    private final Language language;
    private final String question;

    /// @param prompt what the model answered
    /// @param question as it was understood
    Shortening(
            ContentTerms terms,
            WritingModel model,
            Prompt prompt,
            Language language,
            String question) {
        this.terms = terms;
        this.model = model;
        this.prompt = prompt;
        this.language = language;
        this.question = question;
    }

    /// The words of `sentence` that were asked for; empty if it is not to be shortened.
    Optional<String> of(String sentence) {
        Optional<Alternatives> offered = Alternatives.of(question);
        return sentence.length() <= LONGEST
                        && offered.filter(two -> two.both().contains(sentence)).isEmpty()
                        && ShortAnswer.isAskedFor(question)
                        && saysTheQuestionAgain(sentence)
                ? known(sentence, offered)
                        .filter(words -> answers(words, sentence, offered))
                        .or(() ->
                                chosen(sentence).filter(words -> answers(words, sentence, offered)))
                        .map(words -> ShortAnswer.complete(words, sentence, question))
                : Optional.empty();
    }

    /// Words that need not be asked for.
    private Optional<String> known(String sentence, Optional<Alternatives> offered) {
        return offered.flatMap(two -> two.namedIn(sentence))
                .or(() -> Cloze.filling(sentence, question));
    }

    /// Whether these words of `sentence` say enough.
    private boolean answers(String stretch, String sentence, Optional<Alternatives> offered) {
        if (stretch.isEmpty() || !sentence.contains(stretch)) {
            return false;
        }
        String words = ShortAnswer.complete(stretch, sentence, question);
        return offered.map(two -> two.areChosenFrom(words)).orElse(true)
                && !Echo.isOne(question, words)
                && ShortAnswer.isOfTheKind(words, question)
                && ShortAnswer.isAllThatMatters(words, sentence, question);
    }

    private boolean saysTheQuestionAgain(String sentence) {
        return !Collections.disjoint(terms.of(question), terms.of(sentence));
    }

    private Optional<String> chosen(String sentence) {
        List<String> units = UNIT.matcher(sentence).results().map(MatchResult::group).toList();
        return Saying.of(
                model,
                prompt.shorten(language, question, sentence),
                TOKENS,
                Optional.of(Gbnf.stretchOf(units)));
    }
}
