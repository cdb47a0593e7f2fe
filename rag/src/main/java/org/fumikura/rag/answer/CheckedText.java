package org.fumikura.rag.answer;

import java.util.List;

/// A text that a model wrote from passages, checked as answers are.
///
/// @param citations in order of their numbers, from 1
public record CheckedText(List<AnswerSentence> sentences, List<Citation> citations) {
    public CheckedText {
        sentences = List.copyOf(sentences);
        citations = List.copyOf(citations);
    }
}
