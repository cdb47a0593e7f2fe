package org.fumikura.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// The texts of one language. Immutable; may be used from any thread.
///
/// A text with arguments is a [MessageFormat] pattern, in which numbers are written as the language
/// does. A text without arguments is taken as it stands.
public final class Messages {
    private final Locale locale;
    private final Properties texts;

    private Messages(Locale locale, Properties texts) {
        this.locale = locale;
        this.texts = texts;
    }

    /// The texts for a locale: Japanese for Japanese, English for every other.
    public static Messages of(Locale locale) {
        String language = locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? "ja" : "en";
        String resource = "messages_" + language + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(resource)) {
            Properties texts = new Properties();
            texts.load(
                    new InputStreamReader(
                            Objects.requireNonNull(in, resource), StandardCharsets.UTF_8));
            return new Messages(Locale.forLanguageTag(language), texts);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /// The language of the texts, English or Japanese.
    public Locale locale() {
        return locale;
    }

    /// The text of a key, with `arguments` in the places of `{0}`, `{1}`, …
    ///
    /// @throws IllegalArgumentException if there is no such key
    public String get(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    /// Whether there is a text for a key.
    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /// Every key, sorted.
    public Set<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
