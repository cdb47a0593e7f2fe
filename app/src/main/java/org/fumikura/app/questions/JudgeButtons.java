package org.fumikura.app.questions;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.geometry.Pos;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.fumikura.app.fx.IconButton;
import org.fumikura.rag.feedback.JudgedPage;
import org.fumikura.rag.feedback.JudgedPage.Verdict;
import org.fumikura.rag.feedback.JudgedQuestion;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;

/// Says of a page whether it was the right one for a question. A second click takes it back.
public final class JudgeButtons extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("selected");

    private final QuestionsViewModel model;
    private final String question;
    private final JudgedPage page;
    private final IconButton right;
    private final IconButton wrong;
    // Weakly heard: a list of hits is thrown away without a word.
    private final ChangeListener<List<JudgedQuestion>> changed = (_, _, _) -> show();

    /// @param question as it was searched for
    /// @param page what is judged; its verdict does not matter
    public JudgeButtons(
            QuestionsViewModel model, Messages messages, String question, JudgedPage page) {
        super(0);
        this.model = model;
        this.question = question;
        this.page = page;
        right = button(messages, Feather.CHECK_CIRCLE, Verdict.RIGHT);
        wrong = button(messages, Feather.X_CIRCLE, Verdict.WRONG);
        getChildren().addAll(right, wrong);
        getStyleClass().add(Styles.JUDGE);
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        // What they stand in may be a button itself: a click is theirs alone.
        addEventHandler(ActionEvent.ACTION, ActionEvent::consume);
        addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        addEventHandler(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
        addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        model.questions().addListener(new WeakChangeListener<>(changed));
        show();
    }

    private IconButton button(Messages messages, Feather icon, Verdict verdict) {
        IconButton button =
                new IconButton(
                        icon,
                        messages.get("questions.judge." + verdict),
                        () ->
                                model.judge(
                                        question,
                                        new JudgedPage(
                                                page.file(), page.page(), page.quote(), verdict)));
        button.setUserData(verdict);
        return button;
    }

    private void show() {
        Optional<Verdict> said = model.verdict(question, page.file(), page.page());
        right.pseudoClassStateChanged(CHOSEN, said.equals(Optional.of(Verdict.RIGHT)));
        wrong.pseudoClassStateChanged(CHOSEN, said.equals(Optional.of(Verdict.WRONG)));
        pseudoClassStateChanged(CHOSEN, said.isPresent());
    }
}
