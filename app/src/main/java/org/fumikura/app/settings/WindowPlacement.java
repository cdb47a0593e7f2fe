package org.fumikura.app.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.rag.library.Settings;

/// Where the window was and how large, in pixels of the desktop.
public record WindowPlacement(int x, int y, int width, int height, Extent extent) {
    private static final String NAME = "window.placement";
    private static final Pattern FORM =
            Pattern.compile("(-?\\d{1,6}),(-?\\d{1,6}),(\\d{1,6}),(\\d{1,6}),(NORMAL|MAXIMIZED)");

    /// Whether the window fills the screen.
    public enum Extent {
        NORMAL,
        MAXIMIZED
    }

    /// The placement remembered last, if any.
    public static Optional<WindowPlacement> remembered(Settings settings) {
        return settings.get(NAME)
                .map(FORM::matcher)
                .filter(Matcher::matches)
                .map(form ->
                        new WindowPlacement(
                                Integer.parseInt(form.group(1)),
                                Integer.parseInt(form.group(2)),
                                Integer.parseInt(form.group(3)),
                                Integer.parseInt(form.group(4)),
                                Extent.valueOf(form.group(5))));
    }

    /// Remembers this placement.
    public void remember(Settings settings) {
        settings.put(NAME, x + "," + y + "," + width + "," + height + "," + extent);
    }
}
