package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Attribution.Finding;
import org.fumikura.rag.chunk.SentenceSplitter;

/// An answer as it comes in: cut into sentences, each checked as soon as it is complete. For one
/// thread at a time.
final class AnswerDraft {
    private static final Pattern MARK = Pattern.compile("\\s*[\\[［【](\\d{1,2})[\\]］】]");

    private static final Pattern ANNOUNCEMENT =
            Pattern.compile(
                    "[:：]$|(?:以下|次)の(?:通り|とおり|よう)(?:です|である|になります|となります)。?$"
                            + "|\\bas follows\\.?$|\\bthe following\\.?$");

    private static final int STRAYED = 2;
    private static final int WORTH_COMPARING = 10;

    private final SentenceSplitter splitter;
    private final Attribution attribution;
    private final Optional<Parting> parting;
    private final Grounding grounding;
    private final StringBuilder raw = new StringBuilder();
    private final List<Examined> examined = new ArrayList<>();
    private final List<AnswerSentence> sentences = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();
    private int checked;
    private boolean repeats;

    /// @param parting looks at the parts of sentences
    AnswerDraft(
            SentenceSplitter splitter,
            Attribution attribution,
            Parting parting,
            Grounding grounding) {
        this(splitter, attribution, Optional.of(parting), grounding);
    }

    /// A text whose sentences stand or fall as a whole.
    AnswerDraft(SentenceSplitter splitter, Attribution attribution, Grounding grounding) {
        this(splitter, attribution, Optional.empty(), grounding);
    }

    private AnswerDraft(
            SentenceSplitter splitter,
            Attribution attribution,
            Optional<Parting> parting,
            Grounding grounding) {
        this.splitter = splitter;
        this.attribution = attribution;
        this.parting = parting;
        this.grounding = grounding;
    }

    /// Takes more of the model's text and tells which sentences it completes.
    List<AnswerEvent.Checked> append(String more) {
        raw.append(more);
        List<Span> open = splitter.split(raw.substring(checked));
        // The last sentence may go on; the one before it is complete.
        return check(open.subList(0, Math.max(0, open.size() - 1)));
    }

    /// The model has ended: what is left is a sentence too.
    List<AnswerEvent.Checked> end() {
        return check(splitter.split(raw.substring(checked)));
    }

    /// The sentence being written.
    String open() {
        return MARK.matcher(raw.substring(checked)).replaceAll("").strip();
    }

    /// Whether none of its sentences says anything: that the documents do not answer, say.
    boolean saysNothing() {
        return !raw.toString().isBlank()
                && sentences.stream().allMatch(sentence -> sentence.support() == Support.NONE);
    }

    /// Whether it may be shown as an answer: a passage bears out at least one of its sentences, or
    /// none has to. A model that says it found nothing is believed, unless it then goes on to say
    /// something.
    boolean stands() {
        return sentences.stream()
                .map(AnswerSentence::support)
                .anyMatch(s -> s == Support.SUPPORTED || s == Support.OWN);
    }

    Answer.Verdict verdict() {
        return stands() ? Answer.Verdict.ANSWERED : Answer.Verdict.ABSTAINED;
    }

    /// The model's own words.
    String raw() {
        return raw.toString();
    }

    List<AnswerSentence> sentences() {
        return List.copyOf(sentences);
    }

    /// Whether a sentence says nearly what the evidence says, word by word, so that it will stand
    /// whatever else is found out about it.
    ///
    /// @param index the sentence, from 0
    boolean isCertain(int index) {
        Finding finding = examined.get(index).finding();
        Signals signals = finding.signals();
        return finding.support() == Support.SUPPORTED
                && signals.isWordByWord()
                && signals.subjectNamed()
                && !signals.denies()
                && !signals.turns();
    }

    List<Citation> citations() {
        return List.copyOf(citations);
    }

    private List<AnswerEvent.Checked> check(List<Span> complete) {
        var events = new ArrayList<AnswerEvent.Checked>();
        int offset = checked;
        int from = checked;
        for (Span span : complete) {
            Span place = span.shift(offset);
            String before = raw.substring(from, place.start());
            String sentence = place.of(raw.toString());
            String body = sentence.stripLeading();
            before += sentence.substring(0, sentence.length() - body.length());
            String after = body.substring(body.stripTrailing().length());
            from = place.end() - after.length();
            take(before, body.strip()).ifPresent(events::add);
        }
        checked = complete.isEmpty() ? checked : from;
        return events;
    }

    private Optional<AnswerEvent.Checked> take(String before, String marked) {
        Set<Integer> hints = new LinkedHashSet<>();
        Matcher marks = MARK.matcher(marked);
        while (marks.find()) {
            hints.add(Integer.parseInt(marks.group(1)));
        }
        String written = MARK.matcher(marked).replaceAll("").strip();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        String text = Refusal.says(written) ? written : Preamble.without(written);
        if (attribution.isQuestion(text)) {
            return Optional.empty();
        }
        if (wasSaid(text)) {
            repeats = true;
            return Optional.empty();
        }
        var finding =
                Refusal.says(text) || announces(text) || attribution.isEcho(text)
                        ? new Finding(Support.NONE, List.of(), Signals.NOTHING_SAID)
                        : attribution.attribute(text, hints);
        return Optional.of(enter(new Examined(before, text, finding), Optional.empty()));
    }

    /// Whether an earlier sentence says the same, word by word. Very short ones may come twice.
    private boolean wasSaid(String text) {
        String claim = Claim.of(text);
        return claim.length() >= WORTH_COMPARING
                && examined.stream().anyMatch(earlier -> Claim.of(earlier.text()).equals(claim));
    }

    private AnswerEvent.Checked enter(Examined found, Optional<Parting.Parted> parted) {
        var fresh = new ArrayList<Citation>();
        var numbers = new LinkedHashSet<Integer>();
        for (Attribution.Place place :
                parted.map(Parting.Parted::places).orElse(found.finding().places())) {
            numbers.add(cite(place, fresh));
        }
        var sentence =
                new AnswerSentence(
                        found.before(),
                        found.text(),
                        parted.isPresent() ? Support.PARTLY : support(found.finding()),
                        List.copyOf(numbers),
                        parted.map(Parting.Parted::unborne).orElse(List.of()));
        examined.add(found);
        sentences.add(sentence);
        citations.addAll(fresh);
        return new AnswerEvent.Checked(sentence, fresh);
    }

    private Support support(Finding finding) {
        return grounding == Grounding.OPEN && finding.support() == Support.UNSUPPORTED
                ? Support.OWN
                : finding.support();
    }

    /// Shows each sentence with what was found for it, in order.
    void each(BiConsumer<String, Finding> look) {
        examined.forEach(found -> look.accept(found.text(), found.finding()));
    }

    /// Looks at every sentence again, at the parts of each, and numbers the citations anew.
    ///
    /// @param again from a sentence and what was found for it to what is found now
    void revise(BiFunction<String, Finding, Finding> again) {
        List<Examined> before = List.copyOf(examined);
        examined.clear();
        sentences.clear();
        citations.clear();
        for (Examined found : before) {
            Finding finding = again.apply(found.text(), found.finding());
            Optional<Parting.Parted> parted =
                    finding.support() == Support.NONE || isAcrossLanguages(found.text(), finding)
                            ? Optional.empty()
                            : parting.flatMap(looking ->
                                    looking.of(
                                            found.text(),
                                            finding,
                                            part -> attribution.attribute(part, Set.of()),
                                            again));
            enter(new Examined(found.before(), found.text(), finding), parted);
        }
    }

    /// Says its only sentence in `words`, a stretch of it that was looked for in it.
    ///
    /// @param words from the sentence to them; empty leaves it as it is
    void shorten(Function<String, Optional<String>> words) {
        if (sentences.size() == 1 && sentences.getFirst().support() == Support.SUPPORTED) {
            AnswerSentence whole = sentences.getFirst();
            words.apply(whole.text()).ifPresent(stretch -> sentences.set(0, whole.saidAs(stretch)));
        }
    }

    /// Whether the words of the two have nothing in common, so that no part of the sentence can be
    /// told from the others.
    private static boolean isAcrossLanguages(String sentence, Finding finding) {
        return finding.nearest().stream()
                .anyMatch(place -> place.language() != Language.of(sentence));
    }

    /// Whether nothing more is to be expected of the answer: it says again what it has said, which
    /// is taken once, or has left the evidence. Small models wander off so.
    boolean hasRunOut() {
        return repeats || hasLeftTheEvidence();
    }

    /// Whether after something supported came a run of sentences that nothing bears out. An answer
    /// that may say what the model knows by itself never leaves the evidence.
    private boolean hasLeftTheEvidence() {
        int run = 0;
        boolean supported = false;
        for (AnswerSentence sentence : sentences) {
            switch (sentence.support()) {
                case SUPPORTED -> {
                    supported = true;
                    run = 0;
                }
                case UNSUPPORTED -> run++;
                case NONE, OWN, PARTLY -> {}
            }
        }
        return supported && run >= STRAYED;
    }

    /// Whether a sentence only announces what follows: "There are two reasons:".
    static boolean announces(String sentence) {
        return ANNOUNCEMENT.matcher(sentence).find();
    }

    /// The number of a place: an earlier one if the place was cited before, else the next.
    private int cite(Attribution.Place place, List<Citation> fresh) {
        var passage = place.passage().passage();
        Span span = place.span().shift(passage.span().start());
        int next = citations.size() + fresh.size() + 1;
        for (Citation known : citations) {
            if (known.passage().equals(passage.id()) && known.span().contains(span)) {
                return known.number();
            }
        }
        fresh.add(
                new Citation(
                        next,
                        passage.id(),
                        place.passage().hit().source().path(),
                        place.passage().hit().source().title(),
                        passage.page(),
                        span,
                        place.quote()));
        return next;
    }

    /// A sentence of the draft.
    private record Examined(String before, String text, Finding finding) {}
}
