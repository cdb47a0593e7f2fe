package org.fumikura.app.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.IconButton;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.View;
import org.fumikura.rag.library.LibraryCollection;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Edits the collection that is open: its name, and what it holds. Not there while none is.
final class CollectionView extends View {
    private static final double TALLEST = 150;

    private final CollectionsViewModel model;
    private final Messages messages;
    private final TextField name = new TextField();
    private final VBox held = new VBox(2);
    private final ScrollPane scroll = new ScrollPane(held);
    private final Label hint = Prose.label("", Styles.MUTED);
    private final FlowPane buttons = new FlowPane(8, 8);
    private final Button delete;
    private final VBox node = new VBox(8);

    CollectionView(CollectionsViewModel model, Messages messages, FilePicker picker) {
        this.model = model;
        this.messages = messages;
        node.setId("collection");
        node.getStyleClass().add(Styles.COLLECTION);
        name.setId("collection-name");
        name.setPromptText(messages.get("collections.name"));
        name.setAccessibleText(messages.get("collections.name"));
        name.setOnAction(_ -> commitName());
        name.focusedProperty()
                .subscribe(focused -> {
                    if (!focused && open().isPresent()) {
                        commitName();
                    }
                });
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head =
                new HBox(
                        6,
                        name,
                        new IconButton(Feather.X, messages.get("collections.close"), model::close));
        head.setAlignment(Pos.CENTER_LEFT);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(TALLEST);
        delete = new Button(messages.get("collections.delete"));
        delete.getStyleClass().addAll(atlantafx.base.theme.Styles.SMALL);
        delete.setId("collection-delete");
        buttons.getChildren()
                .addAll(
                        button(
                                "library.add-files",
                                Feather.FILE_PLUS,
                                () -> add(picker.files(node.getScene().getWindow()))),
                        button(
                                "library.add-folder",
                                Feather.FOLDER_PLUS,
                                () -> add(picker.folder(node.getScene().getWindow()))),
                        delete);
        node.getChildren().addAll(head, scroll, hint, buttons);
        ListChangeListener<LibraryCollection> changed = _ -> fill();
        model.all().addListener(changed);
        keep(() -> model.all().removeListener(changed));
        keep(model.state().subscribe(this::show));
    }

    @Override
    public Node node() {
        return node;
    }

    private Button button(String key, Feather icon, Runnable action) {
        Button button = new Button(messages.get(key), new FontIcon(icon));
        button.getStyleClass().add(atlantafx.base.theme.Styles.SMALL);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show(CollectionsState state) {
        show(node, !(state instanceof CollectionsState.Closed));
        switch (state) {
            case CollectionsState.Closed _ -> {}
            case CollectionsState.Naming _ -> {
                name.clear();
                name.requestFocus();
            }
            case CollectionsState.Open(String open) -> name.setText(open);
        }
        askBeforeDeleting();
        fill();
    }

    private void fill() {
        held.getChildren().clear();
        Optional<LibraryCollection> open = open().flatMap(model::find);
        open.ifPresent(collection ->
                collection
                        .paths()
                        .forEach(path -> held.getChildren().add(row(collection.name(), path))));
        show(scroll, !held.getChildren().isEmpty());
        show(buttons, open().isPresent());
        hint.setText(
                messages.get(
                        open().isEmpty() ? "collections.hint-name" : "collections.hint-empty"));
        show(hint, held.getChildren().isEmpty());
    }

    private Optional<String> open() {
        return model.state().get() instanceof CollectionsState.Open(String open)
                ? Optional.of(open)
                : Optional.empty();
    }

    private Node row(String collection, Path path) {
        Label label = new Label(String.valueOf(path.getFileName()));
        label.setGraphic(
                new FontIcon(Files.isDirectory(path) ? Feather.FOLDER : Feather.FILE_TEXT));
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setTooltip(new Tooltip(path.toString()));
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row =
                new HBox(
                        6,
                        label,
                        new IconButton(
                                Feather.X,
                                messages.get("collections.take-out"),
                                () -> model.takeOut(collection, path)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void add(List<Path> paths) {
        open().ifPresent(collection -> model.add(collection, paths));
    }

    private void commitName() {
        switch (model.state().get()) {
            case CollectionsState.Closed _ -> {}
            case CollectionsState.Naming _ -> model.name(name.getText());
            case CollectionsState.Open(String open) -> {
                model.rename(open, name.getText());
                open().ifPresent(name::setText);
            }
        }
    }

    /// The grouping is lost, so a second click is asked for.
    private void askBeforeDeleting() {
        delete.setText(messages.get("collections.delete"));
        delete.getStyleClass().remove(atlantafx.base.theme.Styles.DANGER);
        delete.setOnAction(_ -> {
            delete.setText(messages.get("collections.delete-really"));
            delete.getStyleClass().add(atlantafx.base.theme.Styles.DANGER);
            delete.setOnAction(_ -> open().ifPresent(model::delete));
        });
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
