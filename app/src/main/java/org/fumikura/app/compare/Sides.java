package org.fumikura.app.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fumikura.app.chat.ScopeViewModel;
import org.fumikura.app.models.ModelSetup;
import org.fumikura.app.settings.AnswerLanguage;
import org.fumikura.app.settings.Principles;
import org.fumikura.rag.answer.Manner;
import org.fumikura.rag.answer.Question;
import org.fumikura.rag.library.Settings;

/// What can be compared, and what a text asks of it.
///
/// @param scope where the chat looks for answers, and therefore both sides
public record Sides(ScopeViewModel scope, ModelSetup models, Settings settings) {
    /// What can be compared now. Waits for the disk: off the UI thread.
    public List<Side> all() {
        return Side.of(models.models(), Principles.chosen(settings));
    }

    /// What `text` asks of a side, within what is chosen now. On the UI thread; the function itself
    /// waits for the database.
    public Function<Side, Question> asking(String text) {
        Optional<String> collection = scope.chosen().get();
        return side -> scope.question(text, collection, List.of(), manner(side));
    }

    private Manner manner(Side side) {
        String principles = Principles.chosen(settings).text();
        return new Manner(
                side.grounding(),
                AnswerLanguage.chosen(settings).fixed(),
                new Principles(side.principles(), principles).applied());
    }
}
