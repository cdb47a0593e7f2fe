package org.fumikura.app.settings;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.fumikura.rag.library.Settings;

/// When passages are found and read while a question is still being typed. The answer begins sooner
/// for it, and the processor works for questions that are never asked.
public enum ReadAhead {
    ALWAYS,
    /// Not while a battery is being emptied.
    ON_MAINS,
    NEVER;

    private static final String SETTING = "chat.read-ahead";

    /// What the person chose, [#ON_MAINS] at first.
    public static ReadAhead chosen(Settings settings) {
        String value = settings.get(SETTING).orElse("").toUpperCase(Locale.ROOT);
        for (ReadAhead choice : values()) {
            if (choice.name().equals(value)) {
                return choice;
            }
        }
        return ON_MAINS;
    }

    /// Remembers the choice.
    public void remember(Settings settings) {
        settings.put(SETTING, name());
    }

    /// Whether it is to be done now.
    public boolean allowed(BooleanSupplier onBattery) {
        return switch (this) {
            case ALWAYS -> true;
            case ON_MAINS -> !onBattery.getAsBoolean();
            case NEVER -> false;
        };
    }
}
