package org.fumikura.app.settings;

import java.util.Locale;
import java.util.Optional;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.library.Settings;

/// The language that answers are written in.
public enum AnswerLanguage {
    /// That of the question.
    QUESTION,
    ENGLISH,
    JAPANESE;

    private static final String SETTING = "answering.language";

    /// What the person chose, [#QUESTION] at first.
    public static AnswerLanguage chosen(Settings settings) {
        String value = settings.get(SETTING).orElse("").toUpperCase(Locale.ROOT);
        for (AnswerLanguage choice : values()) {
            if (choice.name().equals(value)) {
                return choice;
            }
        }
        return QUESTION;
    }

    /// Remembers the choice.
    public void remember(Settings settings) {
        settings.put(SETTING, name());
    }

    /// The language whatever the question's; empty if it is the question's.
    public Optional<Language> fixed() {
        return switch (this) {
            case QUESTION -> Optional.empty();
            case ENGLISH -> Optional.of(Language.ENGLISH);
            case JAPANESE -> Optional.of(Language.JAPANESE);
        };
    }
}
