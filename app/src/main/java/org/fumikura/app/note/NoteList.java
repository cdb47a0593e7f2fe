package org.fumikura.app.note;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.OpenList;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.TitleCell;
import org.fumikura.app.fx.View;
import org.fumikura.rag.note.Note;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The notes by their first lines, and the button that begins a new one.
final class NoteList extends View {
    private final VBox node = new VBox(10);

    NoteList(NotesViewModel model, Messages messages) {
        Button start = new Button(messages.get("notes.new"), new FontIcon(Feather.PLUS));
        start.setId("new-note");
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(_ -> model.startNew());
        var notes =
                new OpenList<>(
                        model.shown(), model.open(), model::isOpen, model::open, model::delete);
        keep(notes::dispose);
        ListView<Note> list = notes.list();
        list.setId("notes-list");
        list.setCellFactory(_ ->
                TitleCell.of(
                        note ->
                                note.title().isEmpty()
                                        ? messages.get("notes.untitled")
                                        : note.title(),
                        messages.get("notes.delete"),
                        model::delete));
        list.setAccessibleText(messages.get("workplace.NOTING"));
        list.setPlaceholder(Prose.label(messages.get("notes.none"), Styles.MUTED));
        VBox.setVgrow(list, Priority.ALWAYS);
        node.getStyleClass().add(Styles.NOTE_LIST);
        node.getChildren().addAll(start, list);
    }

    @Override
    public Node node() {
        return node;
    }
}
