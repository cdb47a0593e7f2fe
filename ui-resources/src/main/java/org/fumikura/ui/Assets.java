package org.fumikura.ui;

import java.net.URL;
import java.util.List;
import java.util.Objects;

/// Where the style sheet, the fonts and the icon are.
public final class Assets {
    /// The family of the bundled fonts: it has Latin, Greek, Cyrillic, kana and the kanji of
    /// Windows-31J, so that Japanese shows on a machine without any Japanese font.
    public static final String FONT_FAMILY = "Noto Sans JP";

    private Assets() {}

    /// The application's own style sheet, to be laid over an AtlantaFX theme.
    public static URL stylesheet() {
        return resource("fumikura.css");
    }

    /// The bundled fonts, TrueType: regular and bold.
    public static List<URL> fonts() {
        return List.of(
                resource("fonts/NotoSansJP-Regular.ttf"), resource("fonts/NotoSansJP-Bold.ttf"));
    }

    /// The application's icon as PNG, in pixels 16 to 256, smallest first.
    public static List<URL> icons() {
        return List.of(
                resource("icons/fumikura-16.png"),
                resource("icons/fumikura-32.png"),
                resource("icons/fumikura-64.png"),
                resource("icons/fumikura-256.png"));
    }

    static URL resource(String name) {
        return Objects.requireNonNull(Assets.class.getResource(name), name);
    }
}
