package org.fumikura.app.note;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.fumikura.app.fx.IconButton;
import org.fumikura.rag.note.Note;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A note in the list, by its first line.
final class NoteCell extends ListCell<Note> {
    private final Messages messages;
    private final Label title = new Label();
    private final HBox row;

    NoteCell(NotesViewModel model, Messages messages) {
        this.messages = messages;
        getStyleClass().add(Styles.CONVERSATION);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        IconButton delete =
                new IconButton(
                        Feather.TRASH_2,
                        messages.get("notes.delete"),
                        () -> model.delete(getItem()));
        delete.visibleProperty().bind(hoverProperty().or(selectedProperty()));
        delete.setFocusTraversable(false);
        row = new HBox(4, title, delete);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        setPrefWidth(0);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable Note item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        String name = item.title().isEmpty() ? messages.get("notes.untitled") : item.title();
        title.setText(name);
        setAccessibleText(name);
        setGraphic(row);
    }
}
