package org.fumikura.app.settings;

import java.util.List;
import org.fumikura.rag.library.Settings;

/// What a person wants every answer to keep to, and whether answers are held against it.
///
/// @param active whether answers are revised by it
/// @param text one principle a line
public record Principles(Active active, String text) {
    private static final String TEXT = "answering.principles";
    private static final String ACTIVE = "answering.principles.active";

    /// Whether principles are applied.
    public enum Active {
        OFF,
        ON
    }

    /// What the person chose; nothing and off at first.
    public static Principles chosen(Settings settings) {
        boolean on = settings.get(ACTIVE).filter(Active.ON.name()::equals).isPresent();
        return new Principles(on ? Active.ON : Active.OFF, settings.get(TEXT).orElse(""));
    }

    /// Remembers the choice.
    public void remember(Settings settings) {
        settings.put(TEXT, text);
        settings.put(ACTIVE, active.name());
    }

    /// The principles to hold answers against now; none while they are off.
    public List<String> applied() {
        return active == Active.OFF
                ? List.of()
                : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
