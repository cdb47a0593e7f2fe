package org.fumikura.rag.index;

import static org.fumikura.rag.index.PassageAnalysis.ENGLISH;
import static org.fumikura.rag.index.PassageAnalysis.JAPANESE;
import static org.fumikura.rag.index.PassageAnalysis.READING;
import static org.fumikura.rag.index.PassageAnalysis.SURFACE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.fumikura.rag.Span;
import org.fumikura.rag.index.PassageAnalysis.Token;

/// Cuts snippets out of passages and marks the words of the query in them, in whatever form they
/// stand there. May be used from any thread.
public final class Snippets implements AutoCloseable {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// Characters of a pair.
    private static final int PAIR = 2;

    /// How much of what comes before the first mark is shown, of the whole.
    private static final double BEFORE = 0.2;

    private final Analyzer analyzer = PassageAnalysis.analyzer();

    /// The snippet of a passage's text.
    ///
    /// @param length columns at the most, of which a Chinese or Japanese character takes two
    public Snippet of(String query, String text, int length) {
        String line = SPACE.matcher(text.strip()).replaceAll(" ");
        List<Span> marks = marks(query, line);
        Span shown = window(line, marks, length);
        String before = shown.start() > 0 ? "…" : "";
        String after = shown.end() < line.length() ? "…" : "";
        int shift = before.length() - shown.start();
        List<Span> inside =
                marks.stream()
                        .filter(mark -> mark.start() < shown.end() && shown.start() < mark.end())
                        .map(mark ->
                                new Span(
                                        Math.max(mark.start(), shown.start()) + shift,
                                        Math.min(mark.end(), shown.end()) + shift))
                        .toList();
        return new Snippet(before + shown.of(line) + after, inside);
    }

    /// The words of the query in `text`, in order, apart from each other.
    List<Span> marks(String query, String text) {
        NormalText normal = NormalText.of(text);
        String asked = SearchText.normalise(query);
        List<Span> found = new ArrayList<>();
        if (SearchText.isCjk(asked) && SearchText.isCjk(normal.text())) {
            found.addAll(marks(JAPANESE, asked, normal));
        }
        found.addAll(marks(ENGLISH, asked, normal));
        if (found.isEmpty() && SearchText.isCjk(asked)) {
            found.addAll(marks(READING, WordQuery.readings(asked), normal));
        }
        if (found.isEmpty() && SearchText.isCjk(asked)) {
            found.addAll(wholeWords(asked, normal));
        }
        found.addAll(phrases(asked, normal));
        found.sort(Comparator.comparingInt(Span::start));
        return joined(found, text);
    }

    /// What is quoted, where it stands as it was quoted: with the small words that count nowhere
    /// else.
    private List<Span> phrases(String asked, NormalText normal) {
        List<String> quoted = WordQuery.quoted(asked);
        if (quoted.isEmpty()) {
            return List.of();
        }
        List<Token> words = PassageAnalysis.tokens(analyzer, SURFACE, normal.text());
        List<String> terms = words.stream().map(Token::term).toList();
        List<Span> found = new ArrayList<>();
        for (String phrase : quoted) {
            List<String> wanted = PassageAnalysis.terms(analyzer, SURFACE, phrase);
            for (int first = 0; first + wanted.size() <= terms.size(); first++) {
                int end = first + wanted.size();
                if (end > first && terms.subList(first, end).equals(wanted)) {
                    found.add(normal.original(words.get(first).start(), words.get(end - 1).end()));
                }
            }
        }
        return found;
    }

    /// Where the dictionary's words are not found, pairs of characters may be: they are marked as
    /// far as they make up whole words. A pair that only spans the end of one word and the
    /// beginning of the next is none.
    private List<Span> wholeWords(String asked, NormalText normal) {
        List<Span> pairs = new ArrayList<>();
        Set<String> wanted = terms(SURFACE, asked);
        for (Token pair : PassageAnalysis.tokens(analyzer, SURFACE, normal.text())) {
            if (wanted.contains(pair.term())) {
                pairs.add(new Span(pair.start(), pair.end()));
            }
        }
        List<Token> words = PassageAnalysis.tokens(analyzer, JAPANESE, normal.text());
        List<Span> found = new ArrayList<>();
        for (Span stretch : joined(pairs, normal.text())) {
            List<Token> within =
                    words.stream()
                            .filter(word ->
                                    word.start() >= stretch.start() && word.end() <= stretch.end())
                            .toList();
            if (!within.isEmpty()) {
                int start = within.getFirst().start();
                int end = within.stream().mapToInt(Token::end).max().orElseThrow();
                if (end - start >= PAIR) {
                    found.add(normal.original(start, end));
                }
            }
        }
        return found;
    }

    private Set<String> terms(String field, String asked) {
        return new HashSet<>(PassageAnalysis.terms(analyzer, field, asked));
    }

    private List<Span> marks(String field, String asked, NormalText normal) {
        return marks(field, terms(field, asked), normal);
    }

    private List<Span> marks(String field, Set<String> wanted, NormalText normal) {
        List<Span> found = new ArrayList<>();
        for (Token token : PassageAnalysis.tokens(analyzer, field, normal.text())) {
            if (token.end() > token.start() && wanted.contains(token.term())) {
                found.add(normal.original(token.start(), token.end()));
            }
        }
        return found;
    }

    /// Marks that touch or overlap, or have but a space between them, as one.
    private static List<Span> joined(List<Span> sorted, String text) {
        List<Span> joined = new ArrayList<>();
        for (Span next : sorted) {
            Span last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && (next.start() <= last.end()
                            || text.substring(last.end(), next.start()).isBlank())) {
                joined.set(
                        joined.size() - 1,
                        new Span(last.start(), Math.max(last.end(), next.end())));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    /// The stretch with the most different marked words that fits; the beginning if there are none.
    private static Span window(String line, List<Span> marks, int length) {
        int bestStart = 0;
        int most = 0;
        for (Span mark : marks) {
            int start = beginning(line, mark.start(), (int) (length * BEFORE));
            int end = end(line, start, length);
            Set<String> words = new HashSet<>();
            marks.stream()
                    .filter(other -> other.start() >= start && other.end() <= end)
                    .forEach(other -> words.add(other.of(line)));
            if (words.size() > most) {
                most = words.size();
                bestStart = start;
            }
        }
        return new Span(bestStart, end(line, bestStart, length));
    }

    /// Some columns before `at`, where a word or a sentence begins.
    private static int beginning(String line, int at, int columns) {
        int start = at;
        int left = columns;
        while (start > 0 && left > 0) {
            int c = line.codePointBefore(start);
            start -= Character.charCount(c);
            left -= width(c);
        }
        for (int sentence = at; sentence > start; sentence--) {
            if ("。！？".indexOf(line.charAt(sentence - 1)) >= 0) {
                return sentence;
            }
        }
        int space = line.indexOf(' ', start);
        return start > 0 && space >= 0 && space < at ? space + 1 : start;
    }

    private static int end(String line, int start, int columns) {
        int end = start;
        int left = columns;
        while (end < line.length()) {
            int c = line.codePointAt(end);
            left -= width(c);
            if (left < 0) {
                break;
            }
            end += Character.charCount(c);
        }
        int space = line.lastIndexOf(' ', end);
        boolean cutsAWord =
                end < line.length()
                        && Character.isLetterOrDigit(line.charAt(end))
                        && width(line.codePointAt(end)) == 1;
        return cutsAWord && space > (start + end) / 2 ? space : end;
    }

    private static int width(int codePoint) {
        return codePoint >= 0x1100 ? 2 : 1;
    }

    @Override
    public void close() {
        analyzer.close();
    }
}
