package org.fumikura.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[,}]");

    private final Messages english = Messages.of(Locale.ENGLISH);
    private final Messages japanese = Messages.of(Locale.JAPAN);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(english.keys(), japanese.keys());
    }

    @Test
    void noTextIsEmpty() {
        for (Messages messages : List.of(english, japanese)) {
            for (String key : messages.keys()) {
                assertFalse(messages.get(key).isBlank(), key);
            }
        }
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        for (String key : english.keys()) {
            assertEquals(arguments(english.get(key)), arguments(japanese.get(key)), key);
        }
    }

    /// In a pattern a straight apostrophe begins a quotation, and the argument would not be filled
    /// in.
    @Test
    void patternsHaveNoStraightApostrophes() {
        for (Messages messages : List.of(english, japanese)) {
            for (String key : messages.keys()) {
                String text = messages.get(key);
                assertFalse(!arguments(text).isEmpty() && text.contains("'"), key);
            }
        }
    }

    @Test
    void otherLanguagesFallBackOnEnglish() {
        assertEquals(Locale.ENGLISH, Messages.of(Locale.FRANCE).locale());
        assertEquals(Locale.JAPANESE, japanese.locale());
    }

    @Test
    void argumentsAreFilledInAsTheLanguageDoes() {
        assertEquals("12 of 1,400 files searchable", english.get("library.coverage", 12, 1400));
        assertEquals("1,400件中12件を検索できます", japanese.get("library.coverage", 12, 1400));
        assertEquals("1 of 1 file searchable", english.get("library.coverage", 1, 1));
    }

    @Test
    void unknownKeysAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> english.get("no.such.key"));
        assertTrue(english.has("app.name"));
        assertFalse(english.has("no.such.key"));
    }

    private static List<String> arguments(String text) {
        Matcher argument = ARGUMENT.matcher(text);
        return argument.results().map(found -> found.group(1)).distinct().sorted().toList();
    }
}
