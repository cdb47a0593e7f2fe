package org.fumikura.rag.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one query. Careful not to see syntax in what is plain language: a colon counts after a
/// known name only, a minus at the beginning of a word outside of a sentence only, quotes where
/// they enclose something.
final class QueryReader {
    private static final String QUOTED = "\"(?=\\S)[^\"]*[^\"\\s]\"|“(?=\\S)[^”]*[^”\\s]”";

    /// The beginning of the text, or behind a space.
    private static final String APART = "(?<!\\S)";

    /// A phrase, an exclusion, or a filter. What is quoted is nothing else.
    private static final Pattern PART =
            Pattern.compile(
                    "(?<![\\p{IsLatin}\\p{Nd}])(?<phrase>%s)(?![\\p{IsLatin}\\p{Nd}])"
                                    .replace("%s", QUOTED)
                            + "|%a-(?<excluded>%s|\\p{L}[\\p{L}\\p{N}\\p{M}'’._-]*(?=\\s|$))"
                                    .replace("%a", APART)
                                    .replace("%s", QUOTED)
                            + "|%a(?<sign>-?)(?<name>file|type|after|before):".replace("%a", APART)
                            + "(?<value>%s|「[^」]+」|(?!//)[^\\s\"“「]\\S*)".replace("%s", QUOTED),
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s|$)|[。！？]");

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2}))?)?[年月日]?");

    private static final Pattern TYPE = Pattern.compile("[\\p{L}\\p{N}+_-]{1,20}");

    /// What cutting leaves behind.
    private static final Pattern SPACES = Pattern.compile("[ \\u3000]{2,}");

    /// What may follow a value and is no part of it.
    private static final Pattern PUNCTUATION = Pattern.compile("[,;:!?)、。]+$|\\.$");

    private final String text;
    private final String folded;
    private final StringBuilder words = new StringBuilder();
    private final List<String> phrases = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();
    private final List<FileFilter> filters = new ArrayList<>();

    QueryReader(String text) {
        this.text = text;
        this.folded = fold(text);
    }

    /// Full-width ASCII as plain ASCII, one character for one, so that places stay the same.
    private static String fold(String text) {
        var folded = new StringBuilder(text.length());
        text.chars()
                .forEach(c -> {
                    if (c >= 0xFF01 && c <= 0xFF5E) {
                        folded.append((char) (c - 0xFEE0));
                    } else if (c == 0x3000) {
                        folded.append(' ');
                    } else {
                        folded.append(c == 0x2212 ? '-' : (char) c);
                    }
                });
        return folded.toString();
    }

    QueryReading read() {
        int lastSentence = lastSentenceEnd();
        Matcher part = PART.matcher(folded);
        int from = 0;
        while (part.find()) {
            if (part.group("phrase") != null) {
                phrases.add(unquoted(part.group("phrase")));
                continue;
            }
            if (part.group("name") != null) {
                Optional<QueryReading> problem = addFilter(part);
                if (problem.isPresent()) {
                    return problem.get();
                }
            } else if (part.start() >= lastSentence) {
                excluded.add(unquoted(part.group("excluded")));
            } else {
                continue;
            }
            words.append(text, from, part.start());
            from = part.end();
        }
        words.append(text, from, text.length());
        String left = SPACES.matcher(words.toString().strip()).replaceAll(" ");
        var query = new Query(text, left, phrases, excluded, filters);
        return query.words().isEmpty() && !text.isBlank()
                ? new QueryReading.Wordless(query)
                : new QueryReading.Understood(query);
    }

    /// The text without the filters of a name, negated ones included.
    String without(FilterName name) {
        var left = new StringBuilder();
        Matcher part = PART.matcher(folded);
        int from = 0;
        while (part.find()) {
            if (name.typed().equalsIgnoreCase(part.group("name"))) {
                left.append(text, from, part.start());
                from = part.end();
            }
        }
        return SPACES.matcher(left.append(text, from, text.length())).replaceAll(" ");
    }

    private int lastSentenceEnd() {
        int last = 0;
        Matcher end = SENTENCE_END.matcher(folded);
        while (end.find()) {
            last = end.end();
        }
        return last;
    }

    private Optional<QueryReading> addFilter(Matcher part) {
        FilterName name = FilterName.valueOf(part.group("name").toUpperCase(Locale.ROOT));
        String value = unquoted(part.group("value"));
        Optional<FileFilter> filter = filter(name, value);
        if (filter.isEmpty()) {
            return Optional.of(new QueryReading.Malformed(name, value));
        }
        filters.add(part.group("sign").isEmpty() ? filter.get() : new FileFilter.Not(filter.get()));
        return Optional.empty();
    }

    private static Optional<FileFilter> filter(FilterName name, String value) {
        String bare = PUNCTUATION.matcher(value).replaceAll("");
        return switch (name) {
            case FILE -> Optional.of(new FileFilter.Named(value));
            case TYPE ->
                    Optional.of(bare.startsWith(".") ? bare.substring(1) : bare)
                            .filter(type -> TYPE.matcher(type).matches())
                            .map(FileFilter.OfType::new);
            case AFTER -> day(bare).map(FileFilter.Since::new);
            case BEFORE -> day(bare).map(FileFilter.Before::new);
        };
    }

    /// The first day of a year, a month, or the day itself.
    private static Optional<LocalDate> day(String value) {
        Matcher day = DAY.matcher(value);
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            day.group(2) == null ? 1 : Integer.parseInt(day.group(2)),
                            day.group(3) == null ? 1 : Integer.parseInt(day.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String unquoted(String part) {
        boolean quoted = part.length() > 1 && "\"“「".indexOf(part.charAt(0)) >= 0;
        return quoted ? part.substring(1, part.length() - 1).strip() : part;
    }
}
