package org.fumikura.rag.answer;

import dev.langchain4j.data.message.ChatMessage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Asks the chat model whether the passages it has read bear a sentence out. The answer is taken
/// from the probabilities of "yes" and "no" as its next word: nothing is written. Waits for the
/// model.
final class Judge {
    private final GroundedAnswerer.Control model;

    Judge(GroundedAnswerer.Control model) {
        this.model = model;
    }

    /// How probable it is that the passages bear `sentence` out, from 0 to 1; empty where the model
    /// cannot tell.
    ///
    /// @param prompt what the model has read
    /// @param question what the sentence answers; blank if it was not asked for
    OptionalDouble supports(Prompt prompt, Language language, String question, String sentence) {
        return yes(prompt.check(language, question, sentence));
    }

    /// How probable it is that the passages answer `question`, from 0 to 1; empty where the model
    /// cannot tell.
    OptionalDouble answers(Prompt prompt, Language language, String question) {
        return yes(prompt.checkAnswerable(language, question));
    }

    private OptionalDouble yes(List<ChatMessage> asked) {
        Optional<List<Double>> replies = model.probabilities(asked, List.of(Prompt.YES, Prompt.NO));
        if (replies.isEmpty()) {
            return OptionalDouble.empty();
        }
        double yes = replies.get().getFirst();
        double no = replies.get().getLast();
        return yes + no > 0 ? OptionalDouble.of(yes / (yes + no)) : OptionalDouble.empty();
    }
}
