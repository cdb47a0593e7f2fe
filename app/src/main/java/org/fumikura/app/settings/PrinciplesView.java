package org.fumikura.app.settings;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// The principles that answers are held against: a list to edit, off at first.
final class PrinciplesView extends VBox {
    private static final int ROWS = 5;

    PrinciplesView(TuningViewModel model, Messages messages) {
        super(6);
        Principles now = model.principles().get();
        CheckBox active = new CheckBox(messages.get("settings.principles.active"));
        active.setId("settings-principles-active");
        active.setWrapText(true);
        active.setSelected(now.active() == Principles.Active.ON);
        TextArea text = new TextArea(now.text());
        text.setId("settings-principles");
        text.setPromptText(messages.get("settings.principles.prompt"));
        text.setAccessibleText(messages.get("settings.principles"));
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        Runnable remember =
                () ->
                        model.choose(
                                new Principles(
                                        active.isSelected()
                                                ? Principles.Active.ON
                                                : Principles.Active.OFF,
                                        text.getText()));
        active.selectedProperty().subscribe((_, _) -> remember.run());
        text.textProperty().subscribe((_, _) -> remember.run());
        Node title = Prose.label(messages.get("settings.principles"), Styles.FILE_NAME);
        Node about = Prose.label(messages.get("settings.principles.about"), Styles.MUTED);
        getChildren().addAll(title, about, active, text);
    }
}
