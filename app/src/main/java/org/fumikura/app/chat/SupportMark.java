package org.fumikura.app.chat;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Stands behind words that no passage bears out, and says so.
final class SupportMark extends Label {
    /// Behind what no passage says.
    static SupportMark unsupported(Messages messages) {
        return new SupportMark(
                messages.get("unsupported.mark"),
                messages.get("unsupported.why"),
                Feather.ALERT_TRIANGLE,
                Styles.UNSUPPORTED_MARK);
    }

    /// Behind what the model says of its own.
    static SupportMark own(Messages messages) {
        return new SupportMark(
                messages.get("own.mark"), messages.get("own.why"), Feather.CPU, Styles.OWN_MARK);
    }

    private SupportMark(String mark, String why, Feather icon, String styleClass) {
        super(mark, new FontIcon(icon));
        getStyleClass().add(styleClass);
        setUserData(" (" + mark + ")");
        Tooltip tooltip = new Tooltip(why);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(380);
        tooltip.setShowDelay(Duration.millis(200));
        setTooltip(tooltip);
        setAccessibleText(why);
    }
}
