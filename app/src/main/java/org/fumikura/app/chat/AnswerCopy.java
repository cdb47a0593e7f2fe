package org.fumikura.app.chat;

import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Citation;
import org.fumikura.ui.Messages;

/// An answer as plain text with its references, to be pasted somewhere else.
final class AnswerCopy {
    private AnswerCopy() {}

    static String of(Messages messages, Answer answer) {
        StringBuilder text = new StringBuilder(answer.text().strip());
        if (!answer.citations().isEmpty()) {
            text.append("\n\n").append(messages.get("answer.references")).append('\n');
        }
        for (Citation citation : answer.citations()) {
            text.append('[').append(citation.number()).append("] ");
            text.append(reference(messages, citation)).append('\n');
        }
        return text.toString();
    }

    /// Title and page of what is cited.
    static String reference(Messages messages, Citation citation) {
        return messages.get("answer.reference", citation.title(), citation.page());
    }
}
