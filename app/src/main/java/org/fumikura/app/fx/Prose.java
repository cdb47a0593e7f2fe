package org.fumikura.app.fx;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.fumikura.ui.Styles;

/// Text that wraps.
public final class Prose {
    private static final double TOOLTIP_WIDTH = 420;

    private Prose() {}

    /// A wrapping label.
    public static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// A wrapping tooltip.
    public static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        return tooltip;
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
