package org.fumikura.app.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.text.Font;
import org.fumikura.ui.Assets;

/// Colours and fonts of the whole application.
public final class Appearance {
    private static final double ANY_SIZE = 14;

    private Appearance() {}

    /// Makes the bundled fonts known to the toolkit.
    public static void loadFonts() {
        for (URL font : Assets.fonts()) {
            Font.loadFont(font.toExternalForm(), ANY_SIZE);
        }
    }

    /// Whether the desktop is light or dark, as it changes.
    public static ObservableValue<ColorScheme> ofDesktop() {
        return Platform.getPreferences().colorSchemeProperty();
    }

    /// Dresses every window.
    public static void dress(ColorScheme scheme) {
        Application.setUserAgentStylesheet(
                switch (scheme) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
    }
}
