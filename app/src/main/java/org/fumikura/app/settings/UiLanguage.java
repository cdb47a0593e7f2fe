package org.fumikura.app.settings;

import java.util.Locale;

/// The language of the user interface.
public enum UiLanguage {
    /// As the system is: Japanese if that is Japanese, else English.
    SYSTEM,
    ENGLISH,
    JAPANESE;

    /// The locale of the texts.
    ///
    /// @param system the system's own
    public Locale locale(Locale system) {
        return switch (this) {
            case SYSTEM -> system;
            case ENGLISH -> Locale.ENGLISH;
            case JAPANESE -> Locale.JAPANESE;
        };
    }
}
