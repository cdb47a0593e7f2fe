package org.fumikura.app.chat;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.fumikura.app.fx.TitleCell;
import org.fumikura.rag.chat.Conversation;
import org.fumikura.ui.Messages;

/// A conversation in the list. F2 or the menu renames it in place.
final class ConversationCell extends TitleCell<Conversation> {
    private final ConversationsViewModel model;
    private final TextField field = new TextField();

    ConversationCell(ConversationsViewModel model, Messages messages) {
        super(Conversation::title, messages.get("conversations.delete"), model::delete);
        this.model = model;
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
        setGraphic(row());
    }
}
