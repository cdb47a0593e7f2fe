package org.fumikura.app.fx;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.fumikura.ui.Styles;

/// Text that wraps.
public final class Prose {
    private Prose() {}

    /// A wrapping label.
    public static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// A selectable paragraph of plain text.
    public static SelectableFlow paragraph(String text, String... styleClasses) {
        Text content = new Text(text);
        content.getStyleClass().add(Styles.PROSE);
        SelectableFlow flow = new SelectableFlow(List.of(content));
        flow.getStyleClass().addAll(styleClasses);
        return flow;
    }
}
