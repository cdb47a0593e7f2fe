package org.fumikura.app.chat;

import java.util.List;
import org.fumikura.app.questions.QuestionsViewModel;
import org.fumikura.app.viewer.Place;
import org.fumikura.rag.answer.Answer;

/// What the chat asks of the rest of the window.
public interface ChatActions {
    /// Shows one of several places that belong together.
    void openPlaces(List<Place> together, int which);

    /// Says how the passages of an answer were found.
    void inspect(Answer answer);

    /// The person's own questions, which the pages of an answer can be right for.
    QuestionsViewModel questions();

    /// Shows how to get the models.
    void setUpModels();
}
