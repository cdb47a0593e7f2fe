package org.fumikura.app.models;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How far model files of the person's own have come, and how each ended.
final class ImportView extends View {
    private final ImportsViewModel model;
    private final Messages messages;
    private final ProgressBar bar = new ProgressBar();
    private final VBox node = new VBox(8);

    ImportView(ImportsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        bar.setMaxWidth(Double.MAX_VALUE);
        node.setId("model-import");
        ListChangeListener<ImportState> changed = _ -> show();
        model.states().addListener(changed);
        keep(() -> model.states().removeListener(changed));
        show();
    }

    @Override
    public Node node() {
        return node;
    }

    private void show() {
        if (model.states().isEmpty()) {
            node.getChildren().setAll(Prose.label(messages.get("models.import"), Styles.MUTED));
        } else {
            node.getChildren()
                    .setAll(
                            model.states().stream()
                                    .flatMap(state -> rows(state).stream())
                                    .toList());
        }
    }

    private List<Node> rows(ImportState state) {
        return switch (state) {
            case ImportState.Waiting waiting ->
                    List.of(
                            Prose.label(
                                    messages.get("models.import-waits", waiting.file()),
                                    Styles.MUTED));
            case ImportState.Copying now -> {
                bar.setProgress(
                        now.total() == 0
                                ? ProgressBar.INDETERMINATE_PROGRESS
                                : (double) now.done() / now.total());
                Button cancel =
                        new Button(messages.get("models.import-cancel"), new FontIcon(Feather.X));
                cancel.setOnAction(_ -> model.cancel());
                yield List.of(
                        Prose.label(messages.get("models.importing", now.file()), Styles.MUTED),
                        bar,
                        cancel);
            }
            case ImportState.Done done ->
                    List.of(
                            Prose.label(
                                    messages.get("models.imported", done.title()),
                                    Styles.STATE_GOOD));
            case ImportState.Stopped _ ->
                    List.of(Prose.label(messages.get("models.import-stopped"), Styles.MUTED));
            case ImportState.Failed failed -> {
                FailureText text = FailureText.of(messages, failed.fault());
                yield List.of(
                        Prose.label(text.title(), Styles.STATE_BAD),
                        Prose.label(text.advice(), Styles.MUTED));
            }
        };
    }
}
