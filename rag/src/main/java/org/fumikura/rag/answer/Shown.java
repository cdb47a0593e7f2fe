package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.List;
import org.fumikura.rag.answer.AnswerSentence.Support;

/// Which sentences of what a model wrote are shown as the answer.
///
/// @param sentences those of the answer, in order
/// @param leftOut those that nothing bears out, in order
record Shown(List<AnswerSentence> sentences, List<AnswerSentence> leftOut) {
    static final Shown NOTHING = new Shown(List.of(), List.of());

    Shown {
        sentences = List.copyOf(sentences);
        leftOut = List.copyOf(leftOut);
    }

    /// Of `written`, what may be shown.
    static Shown of(Grounding grounding, List<AnswerSentence> written) {
        return switch (grounding) {
            case OPEN -> new Shown(written, List.of());
            case STRICT -> strictly(written);
        };
    }

    private static Shown strictly(List<AnswerSentence> written) {
        var kept = new ArrayList<AnswerSentence>();
        var leftOut = new ArrayList<AnswerSentence>();
        for (AnswerSentence sentence : written) {
            switch (sentence.support()) {
                case UNSUPPORTED, OWN -> leftOut.add(sentence);
                case SUPPORTED, PARTLY, NONE -> kept.add(sentence);
            }
        }
        // Of "There are two reasons:" nothing follows any more.
        while (!leftOut.isEmpty() && !kept.isEmpty() && announces(kept.getLast())) {
            kept.removeLast();
        }
        return new Shown(kept, leftOut);
    }

    private static boolean announces(AnswerSentence sentence) {
        return sentence.support() == Support.NONE && AnswerDraft.announces(sentence.text());
    }

    /// The sentences with their citation marks.
    String text() {
        var text = new StringBuilder();
        for (AnswerSentence sentence : sentences) {
            text.append(text.isEmpty() ? "" : sentence.before()).append(sentence.text());
            if (!sentence.citations().isEmpty()) {
                text.append(' ');
            }
            sentence.citations().forEach(n -> text.append('[').append(n).append(']'));
        }
        return text.toString();
    }

    /// The sentences as they were written.
    String plain() {
        var text = new StringBuilder();
        for (AnswerSentence sentence : sentences) {
            text.append(text.isEmpty() ? "" : sentence.before()).append(sentence.text());
        }
        return text.toString();
    }
}
