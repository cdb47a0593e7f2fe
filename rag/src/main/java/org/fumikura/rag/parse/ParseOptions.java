package org.fumikura.rag.parse;

/// What a parser may use to read a file.
///
/// @param password opens the file if it is locked, and what is inside it; empty if none was given
public record ParseOptions(String password) {
    /// Nothing but the file.
    public static final ParseOptions PLAIN = new ParseOptions("");

    /// Hides the password.
    @Override
    public String toString() {
        return "ParseOptions[]";
    }
}
