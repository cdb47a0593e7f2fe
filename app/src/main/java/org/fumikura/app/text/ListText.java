package org.fumikura.app.text;

import java.util.List;
import org.fumikura.ui.Messages;

/// Several things in one sentence.
public final class ListText {
    private ListText() {}

    /// The things one after the other, parted as the language does it; empty if there are none.
    public static String of(Messages messages, List<String> things) {
        return things.stream()
                .reduce((some, next) -> messages.get("text.list", some, next))
                .orElse("");
    }
}
