package org.fumikura.app.window;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Takes files and folders dropped anywhere on a pane, and shows that it would while they are
/// dragged over it.
final class DropZone {
    private final StackPane pane;
    private final Runnable coming;
    private final Consumer<Collection<Path>> sink;
    private final Node overlay;

    /// @param coming is told when files are held over the pane
    /// @param sink takes them when they are dropped
    DropZone(StackPane pane, Messages messages, Runnable coming, Consumer<Collection<Path>> sink) {
        this.pane = pane;
        this.coming = coming;
        this.sink = sink;
        overlay = overlay(messages);
        pane.setOnDragEntered(this::entered);
        pane.setOnDragOver(this::over);
        pane.setOnDragExited(_ -> pane.getChildren().remove(overlay));
        pane.setOnDragDropped(this::dropped);
    }

    private void entered(DragEvent event) {
        if (event.getDragboard().hasFiles() && !pane.getChildren().contains(overlay)) {
            pane.getChildren().add(overlay);
            coming.run();
        }
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        event.setDropCompleted(board.hasFiles());
        pane.getChildren().remove(overlay);
        if (board.hasFiles()) {
            sink.accept(board.getFiles().stream().map(File::toPath).toList());
        }
        event.consume();
    }

    private static Node overlay(Messages messages) {
        Label title = Prose.label(messages.get("drop.title"), Styles.WELCOME_TITLE);
        Label text = Prose.label(messages.get("drop.text"), Styles.MUTED);
        VBox box = new VBox(12, new FontIcon(Feather.DOWNLOAD), title, text);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add(Styles.DROP_BOX);
        StackPane overlay = new StackPane(box);
        overlay.getStyleClass().add(Styles.DROP);
        overlay.setMouseTransparent(true);
        return overlay;
    }
}
