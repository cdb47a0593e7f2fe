package org.fumikura.app.library;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.fumikura.app.fx.IconMenu;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.app.text.Sizes;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How moving the library stands, and the menu that begins it.
final class ArchiveView extends View {
    private final ArchiveViewModel model;
    private final Messages messages;
    private final ProgressBar progress = new ProgressBar();
    private final MenuButton menu;
    private final VBox node = new VBox(8);

    ArchiveView(ArchiveViewModel model, Messages messages, FilePicker picker) {
        this.model = model;
        this.messages = messages;
        progress.setMaxWidth(Double.MAX_VALUE);
        node.setId("archive");
        menu =
                new IconMenu(
                        Feather.MORE_HORIZONTAL,
                        messages.get("archive.menu"),
                        item(
                                "archive.export",
                                () -> picker.exported(window()).ifPresent(model::exportTo)),
                        item(
                                "archive.import",
                                () -> picker.archive(window()).ifPresent(model::importFrom)));
        menu.setId("archive-menu");
        keep(model.state().subscribe(this::show));
    }

    @Override
    public Node node() {
        return node;
    }

    /// Begins an export or an import.
    MenuButton menu() {
        return menu;
    }

    private Window window() {
        return menu.getScene().getWindow();
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(messages.get(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void show(ArchiveState state) {
        List<Node> rows =
                switch (state) {
                    case ArchiveState.Idle _ -> List.of();
                    case ArchiveState.Asking(Path archive, int files) ->
                            List.of(
                                    Prose.label(
                                            messages.get(
                                                    "archive.asking", archive.getFileName(), files),
                                            Styles.MUTED),
                                    new FlowPane(
                                            8,
                                            8,
                                            button(
                                                    "archive.replace",
                                                    Feather.CHECK,
                                                    model::replace),
                                            button("archive.keep", Feather.X, model::cancel)));
                    case ArchiveState.Exporting now ->
                            working("archive.exporting", now.archive(), now.done(), now.total());
                    case ArchiveState.Importing now ->
                            working("archive.importing", now.archive(), now.done(), now.total());
                    case ArchiveState.Exported(Path archive, long bytes) ->
                            List.of(
                                    good(
                                            "archive.exported",
                                            archive.toString(),
                                            Sizes.bytes(messages, bytes)),
                                    Prose.label(messages.get("archive.left"), Styles.MUTED));
                    case ArchiveState.Imported _ -> List.of(good("archive.imported"));
                    case ArchiveState.Stopped _ ->
                            List.of(Prose.label(messages.get("archive.stopped"), Styles.MUTED));
                    case ArchiveState.Failed(RuntimeException fault) -> {
                        FailureText text = FailureText.of(messages, fault);
                        yield List.of(
                                Prose.label(text.title(), Styles.STATE_BAD),
                                Prose.label(text.advice(), Styles.MUTED));
                    }
                };
        node.getChildren().setAll(rows);
        node.setVisible(!rows.isEmpty());
        node.setManaged(!rows.isEmpty());
        menu.setDisable(
                state instanceof ArchiveState.Exporting || state instanceof ArchiveState.Importing);
    }

    private List<Node> working(String key, Path archive, long done, long total) {
        progress.setProgress(
                total == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / total);
        progress.setAccessibleText(messages.get(key, archive.getFileName()));
        return List.of(
                Prose.label(messages.get(key, archive.getFileName()), Styles.MUTED),
                progress,
                button("archive.cancel", Feather.X, model::cancel));
    }

    private Node good(String key, Object... arguments) {
        return Prose.label(messages.get(key, arguments), Styles.STATE_GOOD);
    }

    private Button button(String key, Feather icon, Runnable action) {
        Button button = new Button(messages.get(key), new FontIcon(icon));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().add(atlantafx.base.theme.Styles.SMALL);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
