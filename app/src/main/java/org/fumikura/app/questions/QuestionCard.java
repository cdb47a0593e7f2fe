package org.fumikura.app.questions;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.IconButton;
import org.fumikura.rag.feedback.JudgedPage;
import org.fumikura.rag.feedback.JudgedQuestion;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;

/// A question of the set, to be edited: its words, and what was said of pages.
final class QuestionCard extends VBox {
    QuestionCard(QuestionsViewModel model, Messages messages, JudgedQuestion question) {
        super(4);
        TextField text = new TextField(question.text());
        text.setAccessibleText(messages.get("questions.words"));
        text.setOnAction(_ -> model.reword(question, text.getText()));
        text.focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        model.reword(question, text.getText());
                    }
                });
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox head =
                new HBox(
                        4,
                        text,
                        new IconButton(
                                Feather.TRASH_2,
                                messages.get("questions.remove"),
                                () -> model.remove(question)));
        head.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add(Styles.MODEL);
        getChildren().add(head);
        question.pages().forEach(page -> getChildren().add(page(model, messages, question, page)));
    }

    private static HBox page(
            QuestionsViewModel model, Messages messages, JudgedQuestion question, JudgedPage page) {
        Label place =
                new Label(
                        messages.get(
                                "search.file-page",
                                String.valueOf(page.file().getFileName()),
                                page.page()));
        place.setTooltip(new Tooltip(page.file().toString()));
        place.setMinWidth(0);
        place.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(place, Priority.ALWAYS);
        HBox row = new HBox(4, place, new JudgeButtons(model, messages, question.text(), page));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
