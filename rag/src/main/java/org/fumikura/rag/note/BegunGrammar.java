package org.fumikura.rag.note;

/// The grammar of one line that begins as a sentence does.
final class BegunGrammar {
    private BegunGrammar() {}

    /// GBNF. At least one character follows what was begun.
    static String of(String sentence) {
        return "root ::= \"" + escaped(sentence) + "\" [^\\n]+\n";
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
