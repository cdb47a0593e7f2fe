package org.fumikura.rag.parse;

import org.fumikura.rag.Span;

/// Where a class or function is declared in program code.
///
/// @param head from the comment above it to where its body begins
/// @param name its name, inside the head
/// @param level 1 at the top of the file, one more in each class around it
record Declaration(Span head, Span name, int level) {
    /// The declaration whose words begin at `start`, together with the comments, annotations and
    /// attributes on the lines right above it, but not before `from`.
    static Declaration of(
            String code, String mask, int from, int start, int end, Span name, int level) {
        int head = lineStart(code, start);
        while (head > from) {
            int above = lineStart(code, head - 1);
            if (above < from || !belongs(code, mask, above, head)) {
                break;
            }
            head = above;
        }
        return new Declaration(new Span(Math.max(head, from), end).trimmed(code), name, level);
    }

    private static boolean belongs(String code, String mask, int start, int end) {
        String line = code.substring(start, end).strip();
        String words = mask.substring(start, end).strip();
        boolean comment = words.isEmpty() && !line.isEmpty();
        return comment
                || words.startsWith("@")
                || words.startsWith("[")
                || words.startsWith("template")
                || line.startsWith("#[");
    }

    private static int lineStart(String code, int at) {
        return code.lastIndexOf('\n', at - 1) + 1;
    }
}
