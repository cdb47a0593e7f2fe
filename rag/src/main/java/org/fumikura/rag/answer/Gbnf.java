package org.fumikura.rag.answer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Grammars in llama.cpp's notation, to which a model's reply can be held.
public final class Gbnf {
    private Gbnf() {}

    /// Just these words, as a part of a rule.
    public static String literal(String words) {
        return "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /// One line that begins with `words`; at least one character follows them.
    public static String beginning(String words) {
        return "root ::= " + literal(words) + " [^\\n]+\n";
    }

    /// Any run of `units` that follow one another.
    static String stretchOf(List<String> units) {
        String root =
                IntStream.range(0, units.size())
                        .mapToObj(Gbnf::rule)
                        .collect(Collectors.joining(" | "));
        String rules =
                IntStream.range(0, units.size())
                        .mapToObj(i ->
                                rule(i)
                                        + " ::= "
                                        + literal(units.get(i))
                                        + (i + 1 < units.size() ? " " + rule(i + 1) + "?" : ""))
                        .collect(Collectors.joining("\n"));
        return "root ::= " + root + "\n" + rules + "\n";
    }

    private static String rule(int unit) {
        return "u" + unit;
    }
}
