package org.fumikura.app.compare;

import org.fumikura.app.settings.Principles;
import org.fumikura.ui.Messages;

/// Sides in words.
final class SideText {
    private SideText() {}

    static String of(Messages messages, Side side) {
        String how =
                messages.get(
                        side.principles() == Principles.Active.ON
                                ? "compare.by-principles"
                                : "grounding." + side.grounding());
        return messages.get("compare.side", side.title(), how);
    }
}
