package org.fumikura.app.window;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// A line at the bottom for a moment: a deletion or removal that can be taken back, or a notice.
final class Toast extends View {
    private final MainViewModel model;
    private final Messages messages;
    private final Label text = new Label();
    private final Button button = new Button();
    private final HBox node = new HBox(14, text, button);

    Toast(MainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        node.setId("toast");
        node.setAlignment(Pos.CENTER_LEFT);
        node.getStyleClass().add(Styles.TOAST);
        text.setWrapText(true);
        text.setMaxWidth(520);
        button.setMinWidth(Region.USE_PREF_SIZE);
        node.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(atlantafx.base.theme.Styles.SMALL);
        StackPane.setAlignment(node, Pos.BOTTOM_CENTER);
        StackPane.setMargin(node, new Insets(0, 0, 128, 0));
        keep(model.conversations().deleted().subscribe(_ -> show()));
        keep(model.library().removed().subscribe(_ -> show()));
        keep(model.notes().deleted().subscribe(_ -> show()));
        keep(model.arrangement().notice().subscribe(_ -> show()));
    }

    @Override
    public Node node() {
        return node;
    }

    private void show() {
        if (model.arrangement().notice().get().isPresent()) {
            text.setText(words(model.arrangement().notice().get().get()));
            button.setText(messages.get("toast.close"));
            button.setOnAction(_ -> model.arrangement().dismissNotice());
        } else if (!model.library().removed().get().isEmpty()) {
            text.setText(messages.get("library.removed", model.library().removed().get().size()));
            button.setText(messages.get("library.undo"));
            button.setOnAction(_ -> model.library().undoRemove());
        } else if (model.notes().deleted().get().isPresent()) {
            text.setText(messages.get("notes.deleted"));
            button.setText(messages.get("conversations.undo"));
            button.setOnAction(_ -> model.notes().undoDelete());
        } else {
            text.setText(messages.get("conversations.deleted"));
            button.setText(messages.get("conversations.undo"));
            button.setOnAction(_ -> model.conversations().undoDelete());
        }
        node.setVisible(
                model.arrangement().notice().get().isPresent()
                        || !model.library().removed().get().isEmpty()
                        || model.notes().deleted().get().isPresent()
                        || model.conversations().deleted().get().isPresent());
    }

    private String words(Notice notice) {
        return switch (notice) {
            case Notice.CannotOpen cannot ->
                    messages.get("viewer.cannot-open", cannot.file().toString());
            case Notice.Failed failed -> {
                FailureText failure = FailureText.of(messages, failed.fault());
                yield failure.title() + "\n" + failure.advice();
            }
        };
    }
}
