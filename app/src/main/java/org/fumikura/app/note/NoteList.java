package org.fumikura.app.note;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.View;
import org.fumikura.rag.note.Note;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The notes, and the button that begins a new one.
final class NoteList extends View {
    private final NotesViewModel model;
    private final ListView<Note> list;
    private final VBox node = new VBox(10);
    private boolean following;

    NoteList(NotesViewModel model, Messages messages) {
        this.model = model;
        Button start = new Button(messages.get("notes.new"), new FontIcon(Feather.PLUS));
        start.setId("new-note");
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(_ -> model.startNew());
        list = new ListView<>(model.shown());
        list.setId("notes-list");
        list.getStyleClass().add(Styles.CONVERSATIONS);
        list.setCellFactory(_ -> new NoteCell(model, messages));
        list.setAccessibleText(messages.get("workplace.NOTING"));
        list.setPlaceholder(Prose.label(messages.get("notes.none"), Styles.MUTED));
        list.setOnKeyPressed(event -> {
            Note selected = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.DELETE && selected != null) {
                model.delete(selected);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        node.getStyleClass().add(Styles.NOTE_LIST);
        node.getChildren().addAll(start, list);
        keep(
                list.getSelectionModel()
                        .selectedItemProperty()
                        .subscribe(selected -> {
                            if (selected != null && !following) {
                                model.open(selected);
                            }
                        }));
        ListChangeListener<Note> changed = _ -> follow();
        model.shown().addListener(changed);
        keep(() -> model.shown().removeListener(changed));
        keep(model.open().subscribe(_ -> follow()));
    }

    @Override
    public Node node() {
        return node;
    }

    /// Selects the note that is open, without opening it once more.
    private void follow() {
        following = true;
        try {
            int index = -1;
            for (int i = 0; i < model.shown().size(); i++) {
                long id = model.shown().get(i).id();
                if (model.open().get().filter(open -> open == id).isPresent()) {
                    index = i;
                }
            }
            list.getSelectionModel().clearAndSelect(index);
        } finally {
            following = false;
        }
    }
}
