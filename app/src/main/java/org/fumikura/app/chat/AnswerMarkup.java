package org.fumikura.app.chat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.Language;

/// An answer as Markdown in which rare brackets mark what Markdown has no sign for. They are
/// punctuation, so that Markdown's rules for `**bold**` hold beside them; an answer's own ones are
/// taken out.
final class AnswerMarkup {
    static final char UNSUPPORTED_START = '⸢';
    static final char UNSUPPORTED_END = '⸣';
    static final char DRAFT_START = '⸤';
    static final char DRAFT_END = '⸥';
    static final char CITATION_START = '⸦';
    static final char CITATION_END = '⸧';
    static final char OWN_START = '⸨';
    static final char OWN_END = '⸩';

    private static final Pattern OWN = Pattern.compile("[⸢⸣⸤⸥⸦⸧⸨⸩]");
    private static final Pattern BLOCK_SIGN =
            Pattern.compile("\\s*(?:[-*+]\\s+|\\d{1,3}[.)]\\s+|#{1,6}\\s+|>\\s+)?");

    private AnswerMarkup() {}

    /// The answer so far.
    ///
    /// @param draft the sentence being written; empty if there is none
    static String of(List<AnswerSentence> sentences, String draft) {
        StringBuilder markup = new StringBuilder();
        for (AnswerSentence sentence : sentences) {
            String text = clean(sentence.text());
            markup.append(sentence.before());
            markup.append(
                    switch (sentence.support()) {
                        case SUPPORTED, NONE -> text;
                        case PARTLY -> parted(sentence);
                        case UNSUPPORTED -> enclose(text, UNSUPPORTED_START, UNSUPPORTED_END);
                        case OWN -> enclose(text, OWN_START, OWN_END);
                    });
            sentence.citations()
                    .forEach(n -> markup.append(CITATION_START).append(n).append(CITATION_END));
        }
        if (!draft.isBlank()) {
            String text = clean(draft);
            markup.append(gap(markup, text)).append(enclose(text, DRAFT_START, DRAFT_END));
        }
        return markup.toString();
    }

    private static String parted(AnswerSentence sentence) {
        StringBuilder markup = new StringBuilder();
        int from = 0;
        for (Span part : sentence.unborne()) {
            markup.append(clean(sentence.text().substring(from, part.start())));
            markup.append(
                    enclose(clean(part.of(sentence.text())), UNSUPPORTED_START, UNSUPPORTED_END));
            from = part.end();
        }
        return markup.append(clean(sentence.text().substring(from))).toString();
    }

    // The white space before a draft is not known yet.
    private static String gap(CharSequence before, String draft) {
        boolean needed =
                !before.isEmpty()
                        && !Character.isWhitespace(draft.charAt(0))
                        && Language.of(draft) != Language.JAPANESE;
        return needed ? " " : "";
    }

    // A list's or a heading's sign must stay at the start of its line.
    private static String enclose(String text, char start, char end) {
        Matcher sign = BLOCK_SIGN.matcher(text);
        int at = sign.lookingAt() ? sign.end() : 0;
        return text.substring(0, at) + start + text.substring(at) + end;
    }

    private static String clean(String text) {
        return OWN.matcher(text).replaceAll("");
    }
}
