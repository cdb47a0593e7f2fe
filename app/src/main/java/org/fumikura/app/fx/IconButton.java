package org.fumikura.app.fx;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button that shows an icon only; its text is in the tooltip and for screen readers.
public final class IconButton extends Button {
    public IconButton(Feather icon, String text, Runnable action) {
        setGraphic(new FontIcon(icon));
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, org.fumikura.ui.Styles.ICON_BUTTON);
        setAccessibleText(text);
        Tooltip tooltip = new Tooltip(text);
        tooltip.setShowDelay(javafx.util.Duration.millis(400));
        setTooltip(tooltip);
        setOnAction(_ -> action.run());
    }
}
