package org.fumikura.app.chat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.stage.FileChooser;
import org.fumikura.rag.chat.TurnFile;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// Buttons that save what a turn has to offer as files.
final class FileSaving extends FlowPane {
    private final Messages messages;
    private final Label outcome = new Label();

    FileSaving(Messages messages, List<TurnFile> files) {
        super(8, 6);
        this.messages = messages;
        outcome.getStyleClass().add(Styles.MUTED);
        outcome.setWrapText(true);
        for (TurnFile file : files) {
            String name =
                    file.path().toString().endsWith(".csv")
                            ? "task.save.csv"
                            : "task.save.markdown";
            getChildren().add(AnswerView.action(messages.get(name), () -> choose(file)));
        }
        getChildren().add(outcome);
    }

    private void choose(TurnFile file) {
        FileChooser chooser = new FileChooser();
        Path folder = file.path().getParent();
        if (folder != null && folder.toFile().isDirectory()) {
            chooser.setInitialDirectory(folder.toFile());
        }
        chooser.setInitialFileName(String.valueOf(file.path().getFileName()));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            save(file.text(), chosen.toPath());
        }
    }

    private void save(String text, Path place) {
        try {
            Files.writeString(place, text);
            outcome.setText(messages.get("task.save.done", place.toString()));
        } catch (IOException refused) {
            outcome.setText(messages.get("task.save.failed", place.toString()));
        }
    }
}
