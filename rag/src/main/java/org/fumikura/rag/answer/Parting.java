package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Attribution.Finding;
import org.fumikura.rag.answer.Attribution.Place;
import org.fumikura.rag.index.ContentTerms;

/// Tells, of a sentence that does not stand as a whole, which part of it does. The parts are its
/// clauses; where it has only one, its numbers.
final class Parting {
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "[,;，；]\\s+(?:and |but |while |which |whereas )?|\\s+(?:and|but|while|whereas)\\s+|[、；]");
    private static final Pattern NUMBER =
            Pattern.compile("[\\d０-９]+(?:[,.，．][\\d０-９]+)*|[〇一二三四五六七八九十百千]+");

    /// Content words that a part must have beyond those of the question, else it says nothing.
    private static final int TELLING = 2;

    /// How much of a clause's words the evidence has at least, if it speaks of the same at all.
    private static final double SPOKEN_OF = 0.34;

    private final ContentTerms terms;
    private final Set<String> asked;

    Parting(ContentTerms terms, String question) {
        this.terms = terms;
        this.asked = terms.of(question);
    }

    /// What stands of `sentence`, and what does not; empty if all of it stands, or nothing that
    /// matters. A sentence that stands as a whole may yet have a clause of which the evidence has
    /// next to nothing.
    ///
    /// @param byWords what is found for a part by its words
    /// @param again what holds of a part when it is looked at again
    Optional<Parted> of(
            String sentence,
            Finding whole,
            Function<String, Finding> byWords,
            BiFunction<String, Finding, Finding> again) {
        List<Span> clauses = clauses(sentence);
        boolean stands = whole.support() == Support.SUPPORTED;
        if (clauses.size() > 1) {
            return byClauses(
                    sentence,
                    clauses,
                    clause -> {
                        Finding found = byWords.apply(clause);
                        boolean passes = stands && (!isTelling(clause) || isSpokenOf(found));
                        return passes ? whole : again.apply(clause, found);
                    });
        }
        return stands ? Optional.empty() : byNumbers(sentence, whole);
    }

    private static boolean isSpokenOf(Finding clause) {
        return clause.signals().coverage() >= SPOKEN_OF && clause.signals().numbersStand();
    }

    private Optional<Parted> byClauses(
            String sentence, List<Span> clauses, Function<String, Finding> check) {
        var places = new ArrayList<Place>();
        var unborne = new ArrayList<Span>();
        boolean telling = false;
        for (Span clause : clauses) {
            String text = clause.of(sentence);
            Finding found = check.apply(text);
            if (found.support() == Support.SUPPORTED) {
                found.places().stream().filter(p -> !places.contains(p)).forEach(places::add);
                telling |= isTelling(text);
            } else {
                unborne.add(clause);
            }
        }
        return telling && !unborne.isEmpty()
                ? Optional.of(new Parted(places, unborne))
                : Optional.empty();
    }

    /// Where the words stand and some of the numbers, only the other numbers are in doubt.
    private static Optional<Parted> byNumbers(String sentence, Finding whole) {
        Signals signals = whole.signals();
        if (signals.numbersStand()
                || signals.names() != Naming.KNOWN
                || signals.opposed()
                || !signals.worded()
                || whole.nearest().isEmpty()) {
            return Optional.empty();
        }
        var known = new HashSet<String>();
        whole.nearest().forEach(p -> known.addAll(Numbers.statedIn(p.quote())));
        Set<String> said = Numbers.in(sentence);
        var unborne = new ArrayList<Span>();
        boolean stands = false;
        Matcher number = NUMBER.matcher(sentence);
        while (number.find()) {
            // A numeral counts only before what it counts.
            String counted =
                    sentence.substring(
                            number.start(), Math.min(sentence.length(), number.end() + 1));
            Set<String> values = Numbers.in(counted);
            if (values.isEmpty() || !said.containsAll(values)) {
                continue;
            }
            if (known.containsAll(values)) {
                stands = true;
            } else {
                unborne.add(new Span(number.start(), number.end()));
            }
        }
        return stands && !unborne.isEmpty()
                ? Optional.of(new Parted(whole.nearest(), unborne))
                : Optional.empty();
    }

    private boolean isTelling(String clause) {
        var words = new HashSet<>(terms.of(clause));
        words.removeAll(asked);
        return words.size() >= TELLING;
    }

    /// The clauses with more than a word in them.
    private List<Span> clauses(String sentence) {
        var clauses = new ArrayList<Span>();
        Matcher between = BETWEEN.matcher(sentence);
        int from = 0;
        while (between.find()) {
            if (terms.of(sentence.substring(from, between.start())).size() > 1
                    && terms.of(sentence.substring(between.end())).size() > 1) {
                clauses.add(new Span(from, between.start()));
                from = between.end();
            }
        }
        clauses.add(new Span(from, sentence.length()));
        return clauses;
    }

    /// @param places what bears out the part that stands
    /// @param unborne the rest of the sentence
    record Parted(List<Place> places, List<Span> unborne) {
        Parted {
            places = List.copyOf(places);
            unborne = List.copyOf(unborne);
        }
    }
}
