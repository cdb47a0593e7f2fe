package org.fumikura.rag.task;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.CheckedText;
import org.fumikura.rag.answer.Citation;

/// Checked texts joined under one numbering of citations.
final class Gathered {
    private final List<Citation> citations = new ArrayList<>();

    List<Citation> citations() {
        return List.copyOf(citations);
    }

    /// All sentences of `text`, numbered anew.
    List<AnswerSentence> all(CheckedText text) {
        return text.sentences().stream().map(sentence -> renumbered(text, sentence)).toList();
    }

    /// Those sentences of `text` that something bears out.
    List<AnswerSentence> supported(CheckedText text) {
        return text.sentences().stream()
                .filter(sentence -> sentence.support() == Support.SUPPORTED)
                .map(sentence -> renumbered(text, sentence))
                .toList();
    }

    private AnswerSentence renumbered(CheckedText text, AnswerSentence sentence) {
        Set<Integer> numbers = new LinkedHashSet<>();
        for (Citation citation : text.citations()) {
            if (sentence.citations().contains(citation.number())) {
                numbers.add(number(citation));
            }
        }
        return new AnswerSentence(
                sentence.before(),
                sentence.text(),
                sentence.support(),
                List.copyOf(numbers),
                sentence.unborne());
    }

    private int number(Citation citation) {
        for (Citation known : citations) {
            if (known.passage().equals(citation.passage())
                    && known.span().contains(citation.span())) {
                return known.number();
            }
        }
        int next = citations.size() + 1;
        citations.add(citation.numbered(next));
        return next;
    }
}
