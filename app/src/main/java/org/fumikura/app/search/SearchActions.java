package org.fumikura.app.search;

import java.util.List;
import org.fumikura.app.questions.QuestionsViewModel;
import org.fumikura.app.viewer.Place;
import org.fumikura.rag.retrieve.SearchMode;

/// What the search asks of the rest of the window.
public interface SearchActions {
    /// Shows one of several places that belong together.
    void openPlaces(List<Place> together, int which);

    /// Whether places are being shown, so that another one may take their place.
    boolean isShowingPlaces();

    /// Says how a search came to what it found.
    void inspect(String text, SearchMode mode);

    /// The person's own questions, which a page found can be right for.
    QuestionsViewModel questions();

    /// Shows these questions.
    void showQuestions();

    /// Asks what was searched for as a question, in a new conversation.
    void askInstead(String text);
}
