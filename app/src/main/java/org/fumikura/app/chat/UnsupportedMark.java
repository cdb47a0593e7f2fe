package org.fumikura.app.chat;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Stands behind a sentence that no passage bears out, and says so.
final class UnsupportedMark extends Label {
    UnsupportedMark(Messages messages) {
        super(messages.get("unsupported.mark"), new FontIcon(Feather.ALERT_TRIANGLE));
        getStyleClass().add(Styles.UNSUPPORTED_MARK);
        setUserData(" (" + messages.get("unsupported.mark") + ")");
        Tooltip tooltip = new Tooltip(messages.get("unsupported.why"));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(380);
        tooltip.setShowDelay(Duration.millis(200));
        setTooltip(tooltip);
        setAccessibleText(messages.get("unsupported.why"));
    }
}
