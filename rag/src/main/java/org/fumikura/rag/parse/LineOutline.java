package org.fumikura.rag.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.rag.Span;

/// Finds declarations that begin a line: classes and functions of indented languages, and what SQL
/// creates.
final class LineOutline {
    private static final Pattern INDENTED =
            Pattern.compile(
                    "(?m)^([ \\t]*)(?:async[ \\t]+)?(class|module|def)[ \\t]+(\\w+(?:(?:::|\\.)\\w+)*[?!]?).*$");
    private static final Pattern QUERIES =
            Pattern.compile(
                    "(?im)^()(create)[ \\t]+(?:\\w+[ \\t]+){0,3}?(?:table|view|function|procedure"
                            + "|trigger|index|type)[ \\t]+(?:if[ \\t]+not[ \\t]+exists[ \\t]+)?"
                            + "([\\w.\"\\[\\]`]+).*$");

    private LineOutline() {}

    /// A declaration that is still open.
    private record Open(int indent, boolean function) {}

    static List<Declaration> of(String code, String mask, CodeLanguage language) {
        Pattern pattern = language == CodeLanguage.QUERIES ? QUERIES : INDENTED;
        List<Declaration> found = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        Matcher line = pattern.matcher(mask);
        int from = 0;
        while (line.find()) {
            int indent = line.end(1) - line.start(1);
            while (!open.isEmpty() && open.peek().indent() >= indent) {
                open.pop();
            }
            boolean inside = open.stream().anyMatch(Open::function);
            if (!inside) {
                var name = new Span(line.start(3), line.end(3));
                found.add(
                        Declaration.of(
                                code, mask, from, line.start(), line.end(), name, open.size() + 1));
                from = line.end();
            }
            open.push(new Open(indent, line.group(2).equals("def")));
        }
        return found;
    }
}
