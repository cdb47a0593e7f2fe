package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.index.ContentTerms;
import org.fumikura.rag.index.SearchText;

/// Finds, for a sentence of an answer, the stretch of evidence that supports it, or that none does.
///
/// The sentence's content terms are weighed: numbers most, then names and words, words that the
/// question already had least. A window of one or two evidence sentences supports the sentence if
/// it (with the passage's headings and title) covers enough of that weight. Every number of the
/// sentence must stand in the evidence cited, or in the question; every name somewhere in the
/// evidence or the question. A second or third window is added where it covers what the first
/// leaves open. Nothing here asks the model: what it says about its sources is no more than a
/// tie-breaker. For one thread at a time.
final class Attribution {
    private static final double COMPLETE = 0.85;
    private static final double GAIN = 0.2;
    private static final double INQUIRY = 0.2;
    private static final double VERBATIM = 0.1;
    private static final double ABOUT = 0.1;
    private static final double SUBJECT = 0.5;
    private static final double MOST_OF_CLAUSE = 0.5;
    private static final int MOST_CITATIONS = 3;
    private static final double NUMBER_WEIGHT = 2;
    private static final double KANA_WEIGHT = 0.5;
    private static final double ASKED_WEIGHT = 0.4;

    /// English words that say who speaks and in what mood, as stems: a document says "the Licensor
    /// grants" where an answer says "you may".
    private static final Set<String> FUNCTION_WORDS =
            Set.of(
                    "i", "me", "my", "we", "our", "you", "your", "he", "she", "who", "which", "mai",
                    "can", "could", "must", "shall", "should", "would", "do", "doe", "did", "ha",
                    "have", "had", "been", "am");

    private static final double FUNCTION_WEIGHT = 0.25;

    private final ContentTerms terms;
    private final Set<String> asked;
    private final String question;
    private final Set<String> askedNumbers;
    private final Set<String> askedNames;
    private final AskedWords subject;
    private final List<EvidenceWindow> windows;

    /// The words that the model has read of a passage, once they were asked for.
    private final Map<EvidencePassage, Set<String>> read = new HashMap<>();

    /// Prepares `evidence` for sentences that are true whatever was asked.
    Attribution(ContentTerms terms, SentenceSplitter splitter, List<EvidencePassage> evidence) {
        this(terms, splitter, AskedWords.NONE, evidence);
    }

    /// Prepares `evidence` for the sentences of one answer to a question about `subject`.
    Attribution(
            ContentTerms terms,
            SentenceSplitter splitter,
            AskedWords subject,
            List<EvidencePassage> evidence) {
        this.terms = terms;
        this.question = subject.question();
        this.askedNumbers = Numbers.in(question);
        this.askedNames = Names.askedIn(question);
        this.asked = terms.of(question);
        this.subject = subject;
        this.windows = EvidenceWindow.all(terms, splitter, evidence);
    }

    /// What supports the sentence `text`.
    ///
    /// @param hints numbers of passages the model named for it
    Finding attribute(String text, Set<Integer> hints) {
        String sentence = Claim.of(text);
        Map<String, Double> weights =
                terms.of(sentence).stream()
                        .collect(
                                Collectors.toMap(Attribution::comparable, this::weight, Math::max));
        Set<String> numbers = Numbers.in(sentence);
        if (weights.isEmpty() && numbers.isEmpty()) {
            return new Finding(Support.NONE, List.of(), Signals.NOTHING_SAID);
        }
        List<EvidenceWindow> chosen =
                choose(
                        new Sought(
                                Wording.of(sentence),
                                weights,
                                weights.keySet().stream().allMatch(Attribution::isNumber),
                                numbers,
                                hints));
        String source = chosen.stream().map(EvidenceWindow::text).collect(Collectors.joining("\n"));
        var signals =
                new Signals(
                        covered(weights, chosen) / Math.max(total(weights), 1e-9),
                        !chosen.isEmpty()
                                && numbersStand(numbers, chosen)
                                && standsByItsName(weights.keySet(), numbers),
                        naming(sentence, chosen),
                        subjectIsNamed(chosen) && subjectIsSpokenOf(chosen),
                        Opposition.denies(sentence, source, denial -> isSaid(denial, weights)),
                        Opposition.turns(sentence, source));
        return new Finding(
                signals.sufficient() ? Support.SUPPORTED : Support.UNSUPPORTED,
                chosen.stream().map(EvidenceWindow::place).toList(),
                signals);
    }

    /// What the same evidence says of what the question names.
    Sayings sayings() {
        return new Sayings(windows, asked);
    }

    /// Whether a sentence is the question itself, or a part of it that asks.
    boolean isQuestion(String sentence) {
        return Echo.asks(question, Claim.of(sentence));
    }

    /// Whether a sentence only says again what was asked.
    boolean isEcho(String sentence) {
        return Echo.isOne(question, Claim.of(sentence));
    }

    /// Whether a sentence of these words says what is denied: most of the clause, or what stands
    /// beside the denial, where single letters such as 的 say nothing.
    private boolean isSaid(Denial denial, Map<String, Double> weights) {
        Set<String> clause = terms.of(denial.clause());
        long said = clause.stream().filter(weights::containsKey).count();
        return said >= MOST_OF_CLAUSE * clause.size()
                || terms.of(denial.beside()).stream()
                        .filter(term -> term.length() > 1)
                        .anyMatch(weights::containsKey);
    }

    private List<EvidenceWindow> choose(Sought sought) {
        Map<String, Double> weights = sought.weights();
        Set<String> numbers = sought.numbers();
        var chosen = new ArrayList<EvidenceWindow>();
        while (chosen.size() < MOST_CITATIONS) {
            double before = covered(weights, chosen);
            boolean counted = numbersStand(numbers, chosen);
            Optional<EvidenceWindow> best =
                    windows.stream()
                            .filter(w -> speaksOf(w, weights))
                            .max(Comparator.comparingDouble(w -> worth(w, chosen, sought)));
            if (best.isEmpty()) {
                break;
            }
            var wider = new ArrayList<>(chosen);
            wider.add(best.get());
            double gain = (covered(weights, wider) - before) / Math.max(total(weights), 1e-9);
            boolean mends =
                    !counted
                            && missing(numbers, wider) < missing(numbers, chosen)
                            && (chosen.isEmpty() || addsWords(best.get(), chosen, weights));
            if (!chosen.isEmpty() && gain < GAIN && !mends) {
                break;
            }
            if (chosen.isEmpty() && gain <= 0 && !mends) {
                break;
            }
            chosen.add(best.get());
            if (covered(weights, chosen) >= COMPLETE * total(weights)
                    && numbersStand(numbers, chosen)) {
                break;
            }
        }
        return chosen;
    }

    /// How good it would be to add a window: what it covers, less for a longer or lower ranked one,
    /// or one that asks.
    private double worth(EvidenceWindow window, List<EvidenceWindow> chosen, Sought sought) {
        Map<String, Double> weights = sought.weights();
        var wider = new ArrayList<>(chosen);
        wider.add(window);
        double share = covered(weights, wider) / Math.max(total(weights), 1e-9);
        double counted = missing(sought.numbers(), wider) == 0 ? 0.15 : 0;
        double hinted = sought.hints().contains(window.passage().number()) ? 0.04 : 0;
        boolean verbatim = window.says(sought.wording());
        return share
                + counted
                + (verbatim ? VERBATIM : 0)
                + (verbatim || sought.numbersAlone() ? about(window) : 0)
                + hinted
                - (window.inquires() ? INQUIRY : 0)
                - 0.03 * (window.sentences() - 1)
                - 0.01 * window.passage().number();
    }

    /// A bare answer, a name or a number that stands in several places, is likeliest about what
    /// stands beside the question's words.
    private double about(EvidenceWindow window) {
        long shared = asked.stream().filter(window.terms()::contains).count();
        return ABOUT * shared / Math.max(1, asked.size());
    }

    private static boolean isNumber(String term) {
        return !Numbers.in(term).isEmpty();
    }

    /// Whether a window shares a word with the sentence: a number alone may count anything, and a
    /// title alone says nothing.
    private static boolean speaksOf(EvidenceWindow window, Map<String, Double> weights) {
        Set<String> words = new HashSet<>(weights.keySet());
        words.removeIf(Attribution::isNumber);
        return words.isEmpty() || words.stream().anyMatch(window.own()::contains);
    }

    /// Whether a window covers a word that the others do not. One that brings a number and nothing
    /// else of the sentence counts something else.
    private static boolean addsWords(
            EvidenceWindow window, List<EvidenceWindow> chosen, Map<String, Double> weights) {
        return weights.keySet().stream()
                .filter(term -> !isNumber(term))
                .filter(window.terms()::contains)
                .anyMatch(term -> chosen.stream().noneMatch(w -> w.terms().contains(term)));
    }

    /// A term in the form it is looked up by: a number as [Numbers] writes it, 2.50 as 2.5.
    private static String comparable(String term) {
        Set<String> numbers = Numbers.in(term);
        return numbers.size() == 1 ? numbers.iterator().next() : term;
    }

    private double weight(String term) {
        double kind = 1;
        if (isNumber(term)) {
            kind = NUMBER_WEIGHT;
        } else if (term.codePoints()
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA)) {
            kind = KANA_WEIGHT;
        } else if (FUNCTION_WORDS.contains(term)) {
            kind = FUNCTION_WEIGHT;
        }
        return asked.contains(term) ? kind * ASKED_WEIGHT : kind;
    }

    private static double total(Map<String, Double> weights) {
        return weights.values().stream().mapToDouble(w -> w).sum();
    }

    private static double covered(Map<String, Double> weights, List<EvidenceWindow> chosen) {
        return weights.entrySet().stream()
                .filter(e -> chosen.stream().anyMatch(w -> w.terms().contains(e.getKey())))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private boolean numbersStand(Set<String> numbers, List<EvidenceWindow> chosen) {
        return missing(numbers, chosen) == 0;
    }

    /// Whether a bare number stands in a sentence or row that names what is asked about, where such
    /// a one has numbers at all: else a column of numbers would bear any of them out.
    private boolean standsByItsName(Set<String> words, Set<String> numbers) {
        if (!words.stream().allMatch(Attribution::isNumber)) {
            return true;
        }
        List<EvidenceWindow> beside =
                windows.stream()
                        .filter(w -> w.sentences() == 1 && !w.numbers().isEmpty())
                        .filter(w -> askedNames.stream().anyMatch(w::mentions))
                        .toList();
        return beside.isEmpty()
                || beside.stream().anyMatch(there -> numbersStand(numbers, List.of(there)));
    }

    private long missing(Set<String> numbers, List<EvidenceWindow> chosen) {
        return numbers.stream()
                .filter(n -> !askedNumbers.contains(n))
                .filter(n -> chosen.stream().noneMatch(w -> w.numbers().contains(n)))
                .count();
    }

    private Naming naming(String sentence, List<EvidenceWindow> chosen) {
        List<String> sources = chosen.stream().map(EvidenceWindow::text).toList();
        if (Substitution.isIn(sentence, sources, this::isKnown)) {
            return Naming.REPLACED;
        }
        return Names.in(sentence).stream().allMatch(this::isKnown)
                        && BareNoun.of(sentence).filter(noun -> isNowhere(noun, chosen)).isEmpty()
                ? Naming.KNOWN
                : Naming.UNKNOWN;
    }

    /// Whether neither the question nor any passage has these letters; what Japanese passages do
    /// not have others may, in their language.
    private boolean isNowhere(String essence, List<EvidenceWindow> chosen) {
        return chosen.stream().allMatch(w -> w.place().language() == Language.JAPANESE)
                && !SearchText.essence(question).contains(essence)
                && windows.stream()
                        .map(EvidenceWindow::passage)
                        .distinct()
                        .noneMatch(passage -> passage.has(essence));
    }

    private boolean isKnown(String name) {
        return Names.mentions(question, name) || windows.stream().anyMatch(w -> w.mentions(name));
    }

    /// A question that compares names several, and a sentence speaks of one of them; some of what
    /// is taken for a name is none.
    private boolean subjectIsNamed(List<EvidenceWindow> chosen) {
        long named =
                askedNames.stream()
                        .filter(name -> chosen.stream().anyMatch(w -> w.passageMentions(name)))
                        .count();
        return named >= SUBJECT * askedNames.size();
    }

    /// Whether these windows, and what the model has read around them, have enough of what the
    /// question is about, as far as words can tell.
    private boolean subjectIsSpokenOf(List<EvidenceWindow> chosen) {
        if (!chosen.stream().allMatch(w -> subject.comparesWith(w.passage().text()))) {
            return true;
        }
        return subject.suffice(
                chosen.stream()
                        .flatMap(w -> Stream.of(w.terms(), read(w.passage())))
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet()));
    }

    private Set<String> read(EvidencePassage passage) {
        return read.computeIfAbsent(passage, p -> terms.of(p.shown()));
    }

    /// What is looked for: a sentence, word by word, its terms by weight, its numbers, and the
    /// passages that the model named for it.
    ///
    /// @param numbersAlone whether all of its terms are numbers
    private record Sought(
            Wording wording,
            Map<String, Double> weights,
            boolean numbersAlone,
            Set<String> numbers,
            Set<Integer> hints) {}

    /// @param nearest the stretches that come nearest to supporting the sentence, the most
    ///   important first
    record Finding(Support support, List<Place> nearest, Signals signals) {
        /// The supporting stretches; none unless supported.
        List<Place> places() {
            return support == Support.SUPPORTED ? nearest : List.of();
        }
    }

    /// A stretch of a passage's text.
    record Place(EvidencePassage passage, Span span) {
        PassageId id() {
            return passage.id();
        }

        /// Exactly that stretch.
        String quote() {
            return span.of(passage.text());
        }

        /// The language of the passage.
        Language language() {
            return Language.of(passage.text());
        }
    }
}
