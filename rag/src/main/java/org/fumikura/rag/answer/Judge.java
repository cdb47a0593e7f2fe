package org.fumikura.rag.answer;

import dev.langchain4j.data.message.ChatMessage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;

/// Asks the chat model whether the passages it has read bear a sentence out, as far as its trials
/// say that it can tell. The answer is taken from the probabilities of "yes" and "no" as its next
/// word: nothing is written. Waits for the model.
final class Judge {
    private final GroundedAnswerer.Control model;
    private final Calibration calibration;

    /// @param model with the trials it has passed by now
    Judge(WritingModel model) {
        this.model = model.control();
        this.calibration = known(model);
    }

    /// Whether `model` can tell true sentences from false ones, by its trials.
    static boolean isHeard(WritingModel model) {
        return known(model).statements().isPresent();
    }

    private static Calibration known(WritingModel model) {
        return model.calibrations().read().orElse(Calibration.NONE);
    }

    /// How probable it is that the passages bear `sentence` out, from 0 to 1; empty where the model
    /// cannot tell.
    ///
    /// @param prompt what the model has read
    /// @param question what the sentence answers; blank if it was not asked for
    OptionalDouble supports(Prompt prompt, Language language, String question, String sentence) {
        return opinion(calibration.statements(), prompt.check(language, question, sentence));
    }

    /// How probable it is that the passages answer `question`, from 0 to 1; empty where the model
    /// cannot tell.
    OptionalDouble answers(Prompt prompt, Language language, String question) {
        return opinion(calibration.questions(), prompt.checkAnswerable(language, question));
    }

    /// @param shift what the log odds of yes are shifted by; empty if the model is not to be asked
    private OptionalDouble opinion(OptionalDouble shift, List<ChatMessage> asked) {
        OptionalDouble judged = shift.isPresent() ? yes(model, asked) : OptionalDouble.empty();
        return judged.isPresent()
                ? OptionalDouble.of(LogOdds.shifted(judged.getAsDouble(), shift.getAsDouble()))
                : judged;
    }

    /// How probable it is that `model` says yes to `asked` rather than no; empty where it cannot
    /// tell.
    static OptionalDouble yes(GroundedAnswerer.Control model, List<ChatMessage> asked) {
        Optional<List<Double>> replies = model.probabilities(asked, List.of(Prompt.YES, Prompt.NO));
        if (replies.isEmpty()) {
            return OptionalDouble.empty();
        }
        double yes = replies.get().getFirst();
        double no = replies.get().getLast();
        return yes + no > 0 ? OptionalDouble.of(yes / (yes + no)) : OptionalDouble.empty();
    }
}
