package org.fumikura.app.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.Citation;
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

    private static final Pattern OWN = Pattern.compile("[⸢⸣⸤⸥⸦⸧]");
    private static final Pattern CITATION = Pattern.compile(" ?\\[(\\d{1,3})]");
    private static final Pattern BLOCK =
            Pattern.compile("\\s*(?:[-*+]|\\d{1,3}[.)]|#{1,6}|>|\\|)\\s+.*", Pattern.DOTALL);
    private static final Pattern BLOCK_SIGN =
            Pattern.compile("\\s*(?:[-*+]\\s+|\\d{1,3}[.)]\\s+|#{1,6}\\s+|>\\s+)?");

    private AnswerMarkup() {}

    /// The answer so far.
    static String of(TurnState.Writing writing) {
        StringBuilder markup = new StringBuilder();
        for (AnswerSentence sentence : writing.sentences()) {
            String text = clean(sentence.text());
            markup.append(separator(markup, text));
            markup.append(
                    sentence.support() == AnswerSentence.Support.UNSUPPORTED
                            ? enclose(text, UNSUPPORTED_START, UNSUPPORTED_END)
                            : text);
            sentence.citations()
                    .forEach(n -> markup.append(CITATION_START).append(n).append(CITATION_END));
        }
        String draft = clean(writing.draft());
        if (!draft.isBlank()) {
            markup.append(separator(markup, draft)).append(enclose(draft, DRAFT_START, DRAFT_END));
        }
        return markup.toString();
    }

    /// The finished answer.
    static String of(Answer answer) {
        String text = clean(answer.text());
        StringBuilder markup = new StringBuilder(text);
        List<int[]> unsupported = unsupported(text, answer.sentences());
        for (int i = unsupported.size() - 1; i >= 0; i--) {
            int[] place = unsupported.get(i);
            String sentence = markup.substring(place[0], place[1]);
            markup.replace(
                    place[0], place[1], enclose(sentence, UNSUPPORTED_START, UNSUPPORTED_END));
        }
        var numbers = answer.citations().stream().map(Citation::number).collect(Collectors.toSet());
        return CITATION.matcher(markup)
                .replaceAll(mark ->
                        numbers.contains(Integer.valueOf(mark.group(1)))
                                ? CITATION_START + mark.group(1) + CITATION_END
                                : Matcher.quoteReplacement(mark.group()));
    }

    /// Where the unsupported sentences lie in a text that has citation marks, which they do not.
    private static List<int[]> unsupported(String text, List<AnswerSentence> sentences) {
        StringBuilder bare = new StringBuilder();
        List<Integer> origin = new ArrayList<>();
        Matcher mark = CITATION.matcher(text);
        for (int i = 0; i < text.length(); ) {
            if (mark.region(i, text.length()).lookingAt()) {
                i = mark.end();
            } else {
                origin.add(i);
                bare.append(text.charAt(i++));
            }
        }
        List<int[]> places = new ArrayList<>();
        int cursor = 0;
        for (AnswerSentence sentence : sentences) {
            String words = clean(sentence.text()).strip();
            int start = bare.indexOf(words, cursor);
            if (start >= 0 && !words.isEmpty()) {
                cursor = start + words.length();
                if (sentence.support() == AnswerSentence.Support.UNSUPPORTED) {
                    places.add(new int[] {origin.get(start), origin.get(cursor - 1) + 1});
                }
            }
        }
        return places;
    }

    // A list's or a heading's sign must stay at the start of its line.
    private static String enclose(String text, char start, char end) {
        Matcher sign = BLOCK_SIGN.matcher(text);
        int at = sign.lookingAt() ? sign.end() : 0;
        return text.substring(0, at) + start + text.substring(at) + end;
    }

    private static String separator(CharSequence before, String next) {
        if (before.isEmpty()) {
            return "";
        }
        if (BLOCK.matcher(next).matches()) {
            return "\n";
        }
        return Language.of(next) == Language.JAPANESE ? "" : " ";
    }

    private static String clean(String text) {
        return OWN.matcher(text).replaceAll("");
    }
}
