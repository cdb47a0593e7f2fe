package org.fumikura.rag.note;

import java.util.List;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Hit;

/// How a sentence might go on.
///
/// @param text what comes after what was written, with the space before it if it needs one
/// @param support what the check of the whole sentence found
/// @param citations what bears it out
/// @param read the passages that the model wrote it from
public record Proposal(String text, Support support, List<Citation> citations, List<Hit> read) {
    public Proposal {
        citations = List.copyOf(citations);
        read = List.copyOf(read);
    }
}
