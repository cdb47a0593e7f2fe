package org.fumikura.app.template;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The text of a template: words, and variables in braces: `Write to {recipient} about {matter}`. A
/// brace that is meant as one is written twice: `{{` and `}}`. A variable's name has letters,
/// digits, spaces, hyphens and underscores, 40 at the most, and the same name is the same variable.
/// `{date}` and `{日付}` are today.
///
/// @param pieces in order
public record TemplateText(List<Piece> pieces) {
    private static final Set<String> TODAY = Set.of("date", "日付");
    private static final Pattern VARIABLE =
            Pattern.compile("\\{([\\p{L}\\p{M}\\p{N}_-][\\p{L}\\p{M}\\p{N} _-]{0,39})}");

    public TemplateText {
        pieces = List.copyOf(pieces);
    }

    /// What a written template comes to.
    public sealed interface Reading {
        /// It can be filled in.
        record Understood(TemplateText text) implements Reading {}

        /// A brace that neither begins nor ends a variable and is not written twice.
        ///
        /// @param near what is written from that brace on, a few characters of it
        record StrayBrace(String near) implements Reading {}

        /// There is nothing in it.
        record Blank() implements Reading {}
    }

    /// Reads what a person wrote.
    public static Reading read(String written) {
        if (written.isBlank()) {
            return new Reading.Blank();
        }
        var pieces = new ArrayList<Piece>();
        var words = new StringBuilder();
        Matcher variable = VARIABLE.matcher(written);
        int at = 0;
        while (at < written.length()) {
            char next = written.charAt(at);
            if (next != '{' && next != '}') {
                words.append(next);
                at++;
            } else if (written.startsWith(next + "" + next, at)) {
                words.append(next);
                at += 2;
            } else if (variable.region(at, written.length()).lookingAt()) {
                pieces.add(new Piece.Words(words.toString()));
                words.setLength(0);
                pieces.add(new Piece.Variable(variable.group(1).strip()));
                at = variable.end();
            } else {
                int end = Math.min(written.length(), at + 20);
                return new Reading.StrayBrace(written.substring(at, end).strip());
            }
        }
        pieces.add(new Piece.Words(words.toString()));
        return new Reading.Understood(new TemplateText(pieces));
    }

    /// The variables that a person gives values for, each once, in order.
    public List<String> variables() {
        var names = new LinkedHashSet<String>();
        for (Piece piece : pieces) {
            if (piece instanceof Piece.Variable(String name) && !TODAY.contains(name)) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    /// The text with values in the place of variables. Braces in a value stay as they are.
    ///
    /// @param values one for each of [#variables()]
    /// @param today the date, as the person writes it
    public String filled(Map<String, String> values, String today) {
        return pieces.stream()
                .map(piece ->
                        switch (piece) {
                            case Piece.Words(String text) -> text;
                            case Piece.Variable(String name) when TODAY.contains(name) -> today;
                            case Piece.Variable(String name) -> value(values, name);
                        })
                .collect(Collectors.joining());
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + name);
        }
        return value;
    }
}
