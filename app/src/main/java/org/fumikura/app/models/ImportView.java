package org.fumikura.app.models;

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

/// How far a model file of the person's own has come, and how it ended.
final class ImportView extends View {
    private final ModelsViewModel model;
    private final Messages messages;
    private final ProgressBar bar = new ProgressBar();
    private final VBox node = new VBox(8);

    ImportView(ModelsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        bar.setMaxWidth(Double.MAX_VALUE);
        node.setId("model-import");
        keep(model.importing().subscribe(this::show));
    }

    @Override
    public Node node() {
        return node;
    }

    private void show(ImportState state) {
        switch (state) {
            case ImportState.None _ ->
                    node.getChildren()
                            .setAll(Prose.label(messages.get("models.import"), Styles.MUTED));
            case ImportState.Copying now -> {
                bar.setProgress(
                        now.total() == 0
                                ? ProgressBar.INDETERMINATE_PROGRESS
                                : (double) now.done() / now.total());
                Button cancel =
                        new Button(messages.get("models.import-cancel"), new FontIcon(Feather.X));
                cancel.setOnAction(_ -> model.cancelImport());
                node.getChildren()
                        .setAll(
                                Prose.label(
                                        messages.get("models.importing", now.file()), Styles.MUTED),
                                bar,
                                cancel);
            }
            case ImportState.Done done ->
                    node.getChildren()
                            .setAll(
                                    Prose.label(
                                            messages.get("models.imported", done.title()),
                                            Styles.STATE_GOOD));
            case ImportState.Failed failed -> {
                FailureText text = FailureText.of(messages, failed.fault());
                node.getChildren()
                        .setAll(
                                Prose.label(text.title(), Styles.STATE_BAD),
                                Prose.label(text.advice(), Styles.MUTED));
            }
        }
    }
}
