package org.fumikura.rag.task;

/// Pieces of GBNF grammars.
final class Grammars {
    private Grammars() {}

    /// Just these words.
    static String literal(String words) {
        return "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
