package org.fumikura.app.chat;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.fumikura.app.fx.IconButton;
import org.fumikura.app.fx.Prose;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;

/// Says what a follow-up was understood as, and lets a person put it right and ask again.
final class UnderstoodView extends HBox {
    private final Messages messages;
    private final String question;
    private final Consumer<String> ask;

    /// @param ask asks the question put right
    UnderstoodView(Messages messages, String question, Consumer<String> ask) {
        super(6);
        this.messages = messages;
        this.question = question;
        this.ask = ask;
        setId("understood");
        setAlignment(Pos.CENTER_LEFT);
        show();
    }

    private void show() {
        IconButton edit =
                new IconButton(Feather.EDIT_2, messages.get("understood.edit"), this::edit);
        edit.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .setAll(Prose.label(messages.get("understood.as", question), Styles.MUTED), edit);
    }

    private void edit() {
        TextField field = new TextField(question);
        field.setAccessibleText(messages.get("understood.edit"));
        HBox.setHgrow(field, Priority.ALWAYS);
        Runnable again =
                () -> {
                    String text = field.getText().strip();
                    show();
                    if (!text.isEmpty()) {
                        ask.accept(text);
                    }
                };
        field.setOnAction(_ -> again.run());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                show();
                event.consume();
            }
        });
        getChildren()
                .setAll(
                        field,
                        new IconButton(
                                Feather.CORNER_DOWN_LEFT,
                                messages.get("understood.ask-again"),
                                again));
        field.requestFocus();
        field.end();
    }
}
