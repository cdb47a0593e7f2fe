package org.fumikura.rag.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.rag.Span;

/// Finds the classes and functions of a language with braces: what stands before a brace that is
/// itself in no function says what the brace opens. Nothing is lost by a wrong guess but a heading.
final class BraceOutline {
    private static final Pattern CONTAINER =
            Pattern.compile(
                    "\\b(?:class|interface|enum|record|trait|object|extension|protocol|namespace"
                            + "|module|mod|(?:struct|union)(?![^{]*\\())\\s+(?!class\\b)([\\w.:$]+)"
                            + "|\\btype\\s+(\\w+)\\s+(?:struct|interface)\\b"
                            + "|\\bimpl\\b(?:\\s*<[^{]*?>)?\\s+([\\w:<>, &']+)");
    private static final Pattern ANONYMOUS_CONTAINER =
            Pattern.compile("(?s).*\\b(?:namespace|extern|companion object|object)\\s*");
    private static final Pattern VARIABLE =
            Pattern.compile(
                    "\\b(?:const|let|var)\\s+(\\w+)\\s*(?::[^=]+)?=\\s*(?:async\\s*)?"
                            + "(?:function\\b.*|\\(?[^=]*=>\\s*)$",
                    Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("(@?)([\\w~$]+)\\s*(?:<[^<>()]*>)?\\s*\\(");
    private static final Pattern WITHOUT_NAME =
            Pattern.compile("func|function|fn|fun|async|operator|defer");
    private static final Pattern CONTROL =
            Pattern.compile(
                    "if|for|while|switch|catch|synchronized|return|else|do|try|using|lock"
                            + "|foreach|with|when|guard|match|sizeof|assert|throw|await|typeof");

    private final String code;
    private final String mask;
    private final List<Declaration> declarations = new ArrayList<>();
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private int statement;
    private int parentheses;

    /// What an open brace belongs to; `parentheses` are those open around it.
    private record Scope(boolean container, int parentheses) {}

    private BraceOutline(String code, String mask) {
        this.code = code;
        this.mask = mask;
    }

    static List<Declaration> of(String code, String mask) {
        var outline = new BraceOutline(code, mask);
        outline.run();
        return outline.declarations;
    }

    private void run() {
        for (int i = 0; i < mask.length(); i++) {
            switch (mask.charAt(i)) {
                case '{' -> open(i);
                case '}' -> close(i);
                case '(' -> parentheses++;
                case ')' -> parentheses = Math.max(0, parentheses - 1);
                case ';' -> statement = parentheses == 0 ? i + 1 : statement;
                default -> {}
            }
        }
    }

    private void open(int at) {
        boolean outside = parentheses == 0 && scopes.stream().allMatch(Scope::container);
        scopes.push(new Scope(outside && opensContainer(at), parentheses));
        statement = at + 1;
        parentheses = 0;
    }

    private void close(int at) {
        Scope scope = scopes.poll();
        parentheses = scope == null ? 0 : scope.parentheses();
        statement = at + 1;
    }

    /// Notes the declaration before the brace at `at`, if there is one.
    ///
    /// @return whether what the brace opens holds declarations itself
    private boolean opensContainer(int at) {
        String head = mask.substring(statement, at);
        Optional<Span> container = last(CONTAINER.matcher(head));
        if (container.isPresent()) {
            declare(container.get(), at);
            return true;
        }
        function(head).ifPresent(name -> declare(name, at));
        return ANONYMOUS_CONTAINER.matcher(head).matches();
    }

    private void declare(Span name, int end) {
        Span absolute = name.shift(statement);
        declarations.add(
                Declaration.of(
                        code, mask, statement, absolute.start(), end, absolute, scopes.size() + 1));
    }

    private static Optional<Span> last(Matcher matcher) {
        Optional<Span> found = Optional.empty();
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    int length = matcher.group(group).stripTrailing().length();
                    found =
                            Optional.of(
                                    new Span(matcher.start(group), matcher.start(group) + length));
                }
            }
        }
        return found;
    }

    /// The name of the function that `head` declares: what stands before its parameters.
    private static Optional<Span> function(String head) {
        Matcher variable = VARIABLE.matcher(head);
        if (variable.find()) {
            return Optional.of(new Span(variable.start(1), variable.end(1)));
        }
        Matcher call = CALL.matcher(head);
        for (int from = 0; call.find(from); ) {
            int end = closing(head, call.end() - 1);
            boolean skipped =
                    !call.group(1).isEmpty() || WITHOUT_NAME.matcher(call.group(2)).matches();
            if (!skipped) {
                boolean declares =
                        !CONTROL.matcher(call.group(2)).matches()
                                && head.substring(0, call.start()).indexOf('=') < 0
                                && head.substring(end).indexOf('=') < 0;
                return declares
                        ? Optional.of(new Span(call.start(2), call.end(2)))
                        : Optional.empty();
            }
            from = end;
        }
        return Optional.empty();
    }

    private static int closing(String head, int open) {
        int depth = 0;
        for (int i = open; i < head.length(); i++) {
            depth += head.charAt(i) == '(' ? 1 : head.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return head.length();
    }
}
