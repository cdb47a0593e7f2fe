package org.fumikura.app.note;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.UiThread;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.app.viewer.Place;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The notes: their list, the open one, and how it might go on.
public final class NotesView extends View {
    private static final int LONGEST_NAME = 60;

    private final NotesViewModel model;
    private final Messages messages;
    private final NoteList list;
    private final NoteEditor editor;
    private final OfferView offer;
    private final SourceList sources;
    private final Label said = Prose.label("", Styles.MUTED);
    private final HBox node = new HBox();

    /// @param open opens one of several places
    public NotesView(
            NotesViewModel model,
            Messages messages,
            UiThread ui,
            BiConsumer<List<Place>, Integer> open) {
        this.model = model;
        this.messages = messages;
        list = new NoteList(model, messages);
        editor = new NoteEditor(model, messages);
        offer = new OfferView(model.proposals(), messages, ui, open);
        VBox.setVgrow(editor.node(), Priority.ALWAYS);
        sources = new SourceList(model, messages, open);
        VBox page = new VBox(10, editor.node(), sources.node(), offer.node(), tools(), said);
        page.getStyleClass().add(Styles.PAGE);
        page.setMinWidth(0);
        HBox.setHgrow(page, Priority.ALWAYS);
        node.setId("notes");
        node.getChildren().addAll(list.node(), page);
        keep(model.open().subscribe(_ -> said.setText("")));
        keep(
                model.fault()
                        .subscribe(fault ->
                                said.setText(
                                        fault.map(found -> FailureText.of(messages, found))
                                                .map(text ->
                                                        messages.get("notes.unkept")
                                                                + " "
                                                                + text.title()
                                                                + "\n"
                                                                + text.advice())
                                                .orElse(""))));
    }

    @Override
    public Node node() {
        return node;
    }

    /// Says below the note what the model does with it.
    public void explain(String hint) {
        offer.explain(hint);
    }

    /// Puts the cursor into the note.
    public void focusField() {
        editor.focus();
    }

    @Override
    public void dispose() {
        super.dispose();
        List.of(list, editor, offer, sources).forEach(View::dispose);
    }

    private Node tools() {
        Button propose = new Button(messages.get("notes.propose"), new FontIcon(Feather.EDIT_3));
        propose.setId("propose");
        propose.setTooltip(new Tooltip(messages.get("notes.propose.tip")));
        // The cursor stays in the note.
        propose.setFocusTraversable(false);
        propose.setOnAction(_ -> editor.propose());
        CheckBox pauses = new CheckBox(messages.get("notes.pauses"));
        pauses.setId("propose-at-pauses");
        keep(model.proposals().pauses().chosen().subscribe(pauses::setSelected));
        pauses.setOnAction(_ -> model.proposals().pauses().choose(pauses.isSelected()));
        Button export = new Button(messages.get("notes.export"), new FontIcon(Feather.DOWNLOAD));
        export.setOnAction(_ -> export());
        keep(model.text().subscribe(says -> export.setDisable(says.isBlank())));
        FlowPane tools = new FlowPane(12, 8, propose, pauses, export);
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("notes.export"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Markdown", "*.md"),
                        new FileChooser.ExtensionFilter(messages.get("notes.text"), "*.txt"));
        chooser.setInitialFileName(name() + ".md");
        File file = chooser.showSaveDialog(node.getScene().getWindow());
        if (file != null) {
            String whole = NoteText.of(messages, model.text().get(), model.sources());
            model.write(whole, file.toPath(), this::exported, this::refused);
        }
    }

    private String name() {
        String title = model.title().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        String name = title.isEmpty() ? messages.get("notes.untitled") : title;
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME).strip();
    }

    private void exported(Path file) {
        said.setText(messages.get("task.save.done", file.toString()));
    }

    private void refused(Path file) {
        said.setText(messages.get("task.save.failed", file.toString()));
    }
}
