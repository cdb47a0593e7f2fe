package org.fumikura.app.fx;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// The clipboard of the desktop.
public final class SystemClipboard {
    private SystemClipboard() {}

    /// Puts plain text on it. On the FX thread.
    public static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
