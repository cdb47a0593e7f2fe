package org.fumikura.rag.query;

import java.util.Locale;

/// The names that filters on files begin with, as they are typed before the colon.
public enum FilterName {
    FILE,
    TYPE,
    AFTER,
    BEFORE;

    /// The name as it is typed.
    public String typed() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A filter of this name as it is typed; the value in quotes if it has spaces.
    public String typed(String value) {
        boolean spaced = value.chars().anyMatch(Character::isWhitespace);
        return typed() + ":" + (spaced ? '"' + value + '"' : value);
    }
}
