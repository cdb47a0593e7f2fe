package org.fumikura.app.chat;

import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.stage.FileChooser;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// Buttons that save what came of a task.
final class TaskSaving extends FlowPane {
    private final Messages messages;
    private final TaskExport export;
    private final Label outcome = new Label();

    TaskSaving(Messages messages, TaskExport export) {
        super(8, 6);
        this.messages = messages;
        this.export = export;
        outcome.getStyleClass().add(Styles.MUTED);
        outcome.setWrapText(true);
        getChildren().add(button("task.save.markdown", ".md"));
        if (export.hasTables(messages)) {
            getChildren().add(button("task.save.csv", ".csv"));
        }
        getChildren().add(outcome);
    }

    private Button button(String text, String ending) {
        return AnswerView.action(messages.get(text), () -> choose(ending, this::save));
    }

    private void choose(String ending, Consumer<Path> chosen) {
        Path proposal = export.proposal(ending);
        FileChooser chooser = new FileChooser();
        Path folder = proposal.getParent();
        if (folder != null && folder.toFile().isDirectory()) {
            chooser.setInitialDirectory(folder.toFile());
        }
        chooser.setInitialFileName(String.valueOf(proposal.getFileName()));
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            chosen.accept(file.toPath());
        }
    }

    private void save(Path place) {
        try {
            export.save(messages, place);
            outcome.setText(messages.get("task.save.done", place.toString()));
        } catch (UncheckedIOException fault) {
            outcome.setText(messages.get("task.save.failed", place.toString()));
        }
    }
}
