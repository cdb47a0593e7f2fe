package org.fumikura.app.text;

import org.fumikura.ui.Messages;

/// A source in a list at the end of a text, in one line.
public final class SourceLine {
    private SourceLine() {}

    /// @param number among the sources, from 1
    /// @param page from 1
    public static String of(Messages messages, int number, String title, int page, String quote) {
        return messages.get(
                "task.digest.source", number, title, page, quote.strip().replaceAll("\\s+", " "));
    }
}
