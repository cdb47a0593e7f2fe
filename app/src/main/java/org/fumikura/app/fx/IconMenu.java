package org.fumikura.app.fx;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A menu behind an icon; its text is in the tooltip and for screen readers.
public final class IconMenu extends MenuButton {
    public IconMenu(Feather icon, String text, MenuItem... items) {
        super("", new FontIcon(icon), items);
        getStyleClass()
                .addAll(
                        Styles.BUTTON_ICON,
                        Styles.FLAT,
                        Tweaks.NO_ARROW,
                        org.fumikura.ui.Styles.ICON_BUTTON);
        setTooltip(new Tooltip(text));
        setAccessibleText(text);
    }
}
