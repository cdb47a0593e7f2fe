package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tells a listener the sentences of an answer as they are written. Where only what the documents
/// say may be shown, what could still turn out to be wrong is not told before the end, nor is one
/// sentence that may yet be cut down to a few words of it; of an answer that is to be held against
/// principles, nothing is.
final class Telling {
    private final Supplier<Question> question;
    private final Consumer<AnswerEvent> listener;
    private final List<AnswerEvent.Checked> held = new ArrayList<>();
    private final List<Citation> untold = new ArrayList<>();

    /// @param question what is answered, as it is understood by then
    Telling(Supplier<Question> question, Consumer<AnswerEvent> listener) {
        this.question = question;
        this.listener = listener;
    }

    /// Tells how far the sentence being written is.
    void draft(String open) {
        listener.accept(
                new AnswerEvent.Draft(question.get().manner().principles().isEmpty() ? open : ""));
    }

    /// @param checked the sentences just completed, the last ones of `draft`
    void tell(AnswerDraft draft, List<AnswerEvent.Checked> checked) {
        held.addAll(checked);
        Manner manner = question.get().manner();
        int index = draft.sentences().size() - held.size();
        if (manner.cutsDown() && mayBecomeAnother(draft, question.get().words())) {
            return;
        }
        for (AnswerEvent.Checked event : held) {
            untold.addAll(event.citations());
            boolean shown =
                    switch (manner.grounding()) {
                        case OPEN -> true;
                        case STRICT -> draft.isCertain(index);
                    };
            if (shown && manner.principles().isEmpty()) {
                listener.accept(new AnswerEvent.Checked(event.sentence(), untold));
                untold.clear();
            }
            index++;
        }
        held.clear();
    }

    /// Whether its only sentence may be cut down, or the other of two be chosen.
    private static boolean mayBecomeAnother(AnswerDraft draft, String asked) {
        return (draft.sentences().size() == 1 && ShortAnswer.isAskedFor(asked))
                || Alternatives.of(asked).isPresent();
    }
}
