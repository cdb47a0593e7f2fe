package org.fumikura.app.library;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.PanelHead;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The panel with all files of the library.
public final class LibraryView extends View {
    private final LibraryViewModel model;
    private final Messages messages;
    private final Label line = Prose.label("", Styles.MUTED);
    private final Label fault = Prose.label("", Styles.STATE_BAD);
    private final VBox node = new VBox();

    /// @param close takes the panel out of the window
    public LibraryView(
            LibraryViewModel model,
            CollectionsViewModel collections,
            ArchiveViewModel archive,
            Messages messages,
            Runnable close) {
        this.model = model;
        this.messages = messages;
        node.setId("library");
        node.getStyleClass().add(Styles.PANEL);
        line.setId("coverage");
        ListView<LibraryFile> list = new ListView<>(model.shown());
        list.setId("files");
        list.getStyleClass().add(Styles.FILES);
        list.setCellFactory(_ -> new FileCell(model, messages));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                model.remove(List.copyOf(list.getSelectionModel().getSelectedItems()));
                event.consume();
            }
        });
        list.setContextMenu(
                new FileMenu(
                        model,
                        collections,
                        messages,
                        () -> List.copyOf(list.getSelectionModel().getSelectedItems())));
        list.setPlaceholder(placeholder());
        list.setAccessibleText(messages.get("library.title"));
        VBox.setVgrow(list, Priority.ALWAYS);
        WorkView work = new WorkView(model, messages);
        keep(work::dispose);
        CollectionsMenu menu = new CollectionsMenu(collections, messages);
        keep(menu::dispose);
        FilePicker picker = new FilePicker(messages, model::prepare);
        CollectionView collection = new CollectionView(collections, messages, picker);
        keep(collection::dispose);
        ArchiveView moving = new ArchiveView(archive, messages, picker);
        keep(moving::dispose);
        HBox search = new HBox(8, filter(), menu.node());
        search.setAlignment(Pos.CENTER_LEFT);
        VBox top =
                new VBox(
                        10,
                        buttons(picker),
                        search,
                        collection.node(),
                        moving.node(),
                        line,
                        work.node(),
                        fault);
        top.getStyleClass().add(Styles.PAGE);
        top.setMinHeight(VBox.USE_PREF_SIZE);
        node.getChildren()
                .addAll(
                        new PanelHead(
                                messages, messages.get("library.title"), close, moving.menu()),
                        top,
                        list);
        keep(model.coverage().subscribe(this::show));
        // A file may stop being a duplicate without changing itself.
        keep(model.duplicates().subscribe(_ -> list.refresh()));
        keep(model.fault().subscribe(this::showFault));
    }

    @Override
    public Node node() {
        return node;
    }

    private Node buttons(FilePicker picker) {
        Button files =
                new Button(messages.get("library.add-files"), new FontIcon(Feather.FILE_PLUS));
        files.setOnAction(_ -> model.add(picker.files(node.getScene().getWindow())));
        Button folder =
                new Button(messages.get("library.add-folder"), new FontIcon(Feather.FOLDER_PLUS));
        folder.setOnAction(_ -> model.add(picker.folder(node.getScene().getWindow())));
        return new FlowPane(8, 8, files, folder);
    }

    private Node filter() {
        TextField field = new TextField();
        field.setId("file-filter");
        HBox.setHgrow(field, Priority.ALWAYS);
        field.getStyleClass().add(Styles.SEARCH);
        field.setPromptText(messages.get("library.filter"));
        field.setAccessibleText(messages.get("library.filter"));
        field.textProperty().bindBidirectional(model.filter());
        keep(() -> field.textProperty().unbindBidirectional(model.filter()));
        return field;
    }

    private Node placeholder() {
        Label text = Prose.label(messages.get("library.empty"), Styles.MUTED);
        text.setMaxWidth(260);
        VBox box = new VBox(12, new FontIcon(Feather.INBOX), text);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void show(Coverage coverage) {
        line.setText(CoverageText.line(messages, coverage));
    }

    private void showFault(Optional<RuntimeException> problem) {
        fault.setText(
                problem.map(found -> FailureText.of(messages, found))
                        .map(text -> text.title() + " " + text.advice())
                        .orElse(""));
        fault.setVisible(problem.isPresent());
        fault.setManaged(problem.isPresent());
    }
}
