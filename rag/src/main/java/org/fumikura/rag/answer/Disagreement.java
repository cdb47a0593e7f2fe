package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.rag.Span;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.index.ContentTerms;

/// Sees where passages of different documents say different things about what was asked: nearly the
/// same words around another number, or around a denial or an opposite. Words alone decide, and in
/// doubt nothing is said: a false alarm costs more trust than a contradiction not seen.
final class Disagreement {
    private static final int MOST = 3;
    private static final int LONGEST = 240;
    private static final int MOST_NUMBERS = 5;
    private static final int FEWEST_SHARED = 2;

    /// How much of their words two statements share whose numbers differ.
    private static final double SAME_STATEMENT = 0.6;

    /// How much where no number gives the difference away.
    private static final double SAME_WORDS = 0.75;

    /// How many words are not shared where one says "rose" and the other "fell".
    private static final int OPPOSITES = 2;

    private static final Pattern COUNTED =
            Pattern.compile(
                    "(?:\\d[\\d,.]*|[〇一二三四五六七八九十百千]+)\\s*(?<unit>[%°]|[a-z]+|(?:[百千万億兆]*)[\\p{IsHan}]|[\\p{IsKatakana}ー]+)?");
    private static final Pattern CALENDAR =
            Pattern.compile(
                    "年|月|日|曜|january|february|march|april|may|june|july|august|september|october|november|december");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern ASKS_WHEN =
            Pattern.compile(
                    "\\b(?:when|what (?:year|date|day|month)|which (?:year|date|day|month)|deadline|due|since|until)\\b"
                            + "|いつ|何年|何月|何日|期限|締切|締め切り|期日|年月日",
                    Pattern.CASE_INSENSITIVE);

    private final ContentTerms terms;
    private final SentenceSplitter splitter;
    private final String question;
    private final Set<String> asked;

    Disagreement(ContentTerms terms, SentenceSplitter splitter, String question) {
        this.terms = terms;
        this.splitter = splitter;
        this.question = question;
        this.asked = terms.of(question);
    }

    /// The contradictions among `hits`, those of better hits first.
    List<Contradiction> among(List<Hit> hits) {
        List<Said> said = hits.stream().flatMap(hit -> said(hit).stream()).toList();
        var found = new ArrayList<Contradiction>();
        var told = new HashSet<Said>();
        for (int i = 0; i < said.size() && found.size() < MOST; i++) {
            for (int j = i + 1; j < said.size() && found.size() < MOST; j++) {
                Said one = said.get(i);
                Said other = said.get(j);
                if (!told.contains(one) && !told.contains(other) && contradict(one, other)) {
                    found.add(new Contradiction(one.statement(), other.statement()));
                    told.add(one);
                    told.add(other);
                }
            }
        }
        return found;
    }

    private boolean contradict(Said one, Said other) {
        if (one.hit()
                        .ranked()
                        .passage()
                        .id()
                        .document()
                        .equals(other.hit().ranked().passage().id().document())
                || !one.frame().equals(other.frame())) {
            return false;
        }
        var shared = new HashSet<>(one.words());
        shared.retainAll(other.words());
        var all = new HashSet<>(one.words());
        all.addAll(other.words());
        double same = (double) shared.size() / Math.max(1, all.size());
        if (shared.size() < FEWEST_SHARED || same < SAME_STATEMENT) {
            return false;
        }
        if (!one.numbers().equals(other.numbers())) {
            return otherNumber(one, other);
        }
        return (same >= SAME_WORDS && Opposition.denies(one.text(), other.text()))
                || (all.size() - shared.size() <= OPPOSITES
                        && Opposition.turns(one.text(), other.text()));
    }

    /// Whether exactly one number differs, and counts the same thing. A day or a year differs
    /// between statements about different days; they contradict each other only where the day is
    /// what was asked for.
    private boolean otherNumber(Said one, Said other) {
        Optional<String> mine = only(one.numbers(), other.numbers());
        Optional<String> theirs = only(other.numbers(), one.numbers());
        if (mine.isEmpty() || theirs.isEmpty()) {
            return false;
        }
        String unit = unit(one.text(), mine.get());
        if (!unit.equals(unit(other.text(), theirs.get()))) {
            return false;
        }
        boolean calendar =
                CALENDAR.matcher(unit).matches()
                        || (YEAR.matcher(mine.get()).matches()
                                && YEAR.matcher(theirs.get()).matches());
        return !calendar || ASKS_WHEN.matcher(question).find();
    }

    /// The one number that only `these` have; empty if it is none or several.
    private static Optional<String> only(Set<String> these, Set<String> others) {
        var rest = new HashSet<>(these);
        rest.removeAll(others);
        return rest.size() == 1 ? Optional.of(rest.iterator().next()) : Optional.empty();
    }

    private static String unit(String text, String number) {
        Matcher counted = COUNTED.matcher(Claim.folded(text));
        while (counted.find()) {
            if (Numbers.in(counted.group()).contains(number)) {
                String unit = counted.group("unit");
                return unit == null ? "" : unit;
            }
        }
        return "";
    }

    /// The sentences of a passage that speak of what was asked.
    private List<Said> said(Hit hit) {
        var passage = hit.ranked().passage();
        Set<String> context =
                terms.of(hit.source().title() + "\n" + String.join("\n", passage.headings()));
        var said = new ArrayList<Said>();
        for (Span place : splitter.split(passage.text())) {
            Span span = place.trimmed(passage.text());
            String text = span.of(passage.text());
            if (text.isEmpty() || text.length() > LONGEST) {
                continue;
            }
            Set<String> all = terms.of(text);
            Set<String> numbers = Numbers.in(text);
            if (numbers.size() <= MOST_NUMBERS && speaksOfWhatIsAsked(all, context)) {
                var words = new HashSet<>(all);
                words.removeIf(term -> !Numbers.in(term).isEmpty() || numbers.contains(term));
                said.add(
                        new Said(
                                hit,
                                span,
                                text,
                                Set.copyOf(words),
                                numbers,
                                Numbers.in(String.join("\n", passage.headings()))));
            }
        }
        return said;
    }

    private boolean speaksOfWhatIsAsked(Set<String> sentence, Set<String> context) {
        long here = asked.stream().filter(sentence::contains).count();
        long known =
                asked.stream().filter(t -> sentence.contains(t) || context.contains(t)).count();
        return here > 0 && 3 * known >= asked.size();
    }

    /// @param frame the numbers in the headings above: what they are about, such as a year
    private record Said(
            Hit hit,
            Span span,
            String text,
            Set<String> words,
            Set<String> numbers,
            Set<String> frame) {
        Statement statement() {
            return Statement.of(hit, span);
        }
    }
}
