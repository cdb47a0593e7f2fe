package org.fumikura.inference.llama;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds out whether a GBNF grammar can be meant at all, because the binding says nothing of one
/// that does not parse and answers without it: every rule has a name and an end, everything opened
/// is closed, every rule referred to is there.
final class GrammarCheck {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s+|#[^\\n]*|\"(?:[^\"\\\\\\n]|\\\\.)*\"|\\[(?:[^\\]\\\\]|\\\\.)*]"
                            + "|(?<rule>[A-Za-z0-9-]+)\\s*::=|(?<name>[A-Za-z][A-Za-z0-9-]*)"
                            + "|\\{\\d+(?:,\\d*)?}|(?<mark>[()|*+?.])");

    private GrammarCheck() {}

    static boolean isWellFormed(String gbnf) {
        Set<String> defined = new HashSet<>();
        Set<String> named = new HashSet<>(Set.of("root"));
        Matcher tokens = TOKEN.matcher(gbnf);
        int end = 0;
        int open = 0;
        while (tokens.lookingAt()) {
            if (tokens.group("rule") != null) {
                defined.add(tokens.group("rule"));
            } else if (tokens.group("name") != null) {
                named.add(tokens.group("name"));
            } else if ("(".equals(tokens.group("mark"))) {
                open++;
            } else if (")".equals(tokens.group("mark"))) {
                open--;
            }
            if (open < 0) {
                return false;
            }
            end = tokens.end();
            tokens.region(end, gbnf.length());
        }
        return end == gbnf.length() && open == 0 && defined.containsAll(named);
    }
}
