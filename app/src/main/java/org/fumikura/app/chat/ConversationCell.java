package org.fumikura.app.chat;

import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.fumikura.app.fx.IconButton;
import org.fumikura.rag.chat.Conversation;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A conversation in the list. F2 or the menu renames it in place, Delete deletes it.
final class ConversationCell extends ListCell<Conversation> {
    private final ConversationsViewModel model;
    private final Label title = new Label();
    private final TextField field = new TextField();
    private final HBox row;

    ConversationCell(ConversationsViewModel model, Messages messages) {
        this.model = model;
        getStyleClass().add(Styles.CONVERSATION);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        IconButton delete =
                new IconButton(
                        Feather.TRASH_2,
                        messages.get("conversations.delete"),
                        () -> model.delete(getItem()));
        delete.visibleProperty().bind(hoverProperty().or(selectedProperty()));
        delete.setFocusTraversable(false);
        row = new HBox(4, title, delete);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        setPrefWidth(0);
        setMinHeight(Region.USE_PREF_SIZE);
        field.setAccessibleText(messages.get("conversations.rename"));
        field.setOnAction(_ -> commitEdit(getItem()));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                event.consume();
            }
        });
        MenuItem rename = new MenuItem(messages.get("conversations.rename"));
        rename.setOnAction(_ -> startEdit());
        MenuItem remove = new MenuItem(messages.get("conversations.delete"));
        remove.setOnAction(_ -> model.delete(getItem()));
        setContextMenu(new ContextMenu(rename, remove));
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (isEditing()) {
            field.setText(getItem().title());
            setGraphic(field);
            field.requestFocus();
            field.selectAll();
        }
    }

    @Override
    public void commitEdit(Conversation conversation) {
        model.rename(conversation, field.getText());
        cancelEdit();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        setGraphic(row);
    }

    @Override
    protected void updateItem(@Nullable Conversation item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
        } else {
            title.setText(item.title().replaceAll("\\s+", " "));
            setAccessibleText(item.title());
            setGraphic(row);
        }
    }
}
