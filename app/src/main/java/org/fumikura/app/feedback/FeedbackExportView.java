package org.fumikura.app.feedback;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.fumikura.app.fx.Prose;
import org.fumikura.rag.feedback.FeedbackExport.Form;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// Writes the person's feedback into a file of their choice.
public final class FeedbackExportView extends VBox {
    private final FeedbackViewModel model;
    private final Messages messages;
    private final Label outcome = Prose.label("", Styles.MUTED);

    public FeedbackExportView(FeedbackViewModel model, Messages messages) {
        super(6);
        this.model = model;
        this.messages = messages;
        FlowPane buttons = new FlowPane(8, 8);
        for (Form form : Form.values()) {
            Button button = new Button(messages.get("feedback.export." + form));
            button.setOnAction(_ -> export(form));
            buttons.getChildren().add(button);
        }
        getChildren()
                .addAll(
                        Prose.label(messages.get("feedback.export"), Styles.FILE_NAME),
                        Prose.label(messages.get("feedback.export.about"), Styles.MUTED),
                        buttons,
                        outcome);
    }

    private void export(Form form) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("feedback.export." + form));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("JSON Lines", "*.jsonl"));
        Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                .ifPresent(file ->
                        model.export(
                                form,
                                file.toPath(),
                                lines ->
                                        outcome.setText(
                                                messages.get(
                                                        "cli.feedback.exported",
                                                        lines,
                                                        file.toString())),
                                _ ->
                                        outcome.setText(
                                                messages.get(
                                                        "cli.feedback.unwritable",
                                                        file.toString()))));
    }
}
