package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.index.ContentTerms;
import org.fumikura.rag.library.Source;

/// Chooses what the model reads, within a budget: the document of the best passage as a whole if it
/// is that short, and of the best passages the sentences around what the question asks. On a laptop
/// each token of evidence costs about 30 ms of waiting.
final class EvidenceSelection {
    private static final int PASSAGES = 5;
    private static final int SMALLEST = 40;

    /// Beyond the second, a passage this far below the best has seldom anything to say.
    private static final double FAR_BELOW = 0.35;

    /// Characters of a passage that is no more than a heading or what stands on every page. Such a
    /// one comes near to any question by meaning, and keeps small models from answering.
    private static final int HEADING = 60;

    /// A passage with this share of its words in those chosen before says nothing new: another
    /// edition of the same text, or an excerpt of it.
    private static final double SAID_BEFORE = 0.9;

    private final ContentTerms terms;
    private final SentenceSplitter splitter;
    private final WholeDocument whole;
    private final int budget;
    private final int share;

    /// @param whole finds the rest of a short document
    /// @param budget tokens for all evidence together
    /// @param share tokens for one passage at the most
    EvidenceSelection(
            ContentTerms terms,
            SentenceSplitter splitter,
            WholeDocument whole,
            int budget,
            int share) {
        this.terms = terms;
        this.splitter = splitter;
        this.whole = whole;
        this.budget = budget;
        this.share = share;
    }

    /// The evidence for `question`: the best of `hits` in their order, without those that say what
    /// better ones say, and neighbours in a document side by side.
    OfferedEvidence select(String question, List<Hit> hits) {
        Set<String> asked = terms.of(question);
        List<EvidencePassage> evidence = wholeDocument(hits);
        Optional<Source> readWhole = evidence.stream().findFirst().map(p -> p.hit().source());
        Set<PassageId> taken =
                evidence.stream().map(EvidencePassage::id).collect(Collectors.toSet());
        var said = new HashSet<String>();
        int left = budget;
        for (EvidencePassage passage : evidence) {
            adds(passage.shown(), said);
            left -= TokenGuess.of(passage.shown());
        }
        for (Hit hit : hits) {
            if (taken.contains(hit.ranked().passage().id())
                    || (saysNothing(hit) && !evidence.isEmpty())) {
                continue;
            }
            boolean far = hit.ranked().score() < FAR_BELOW * hits.getFirst().ranked().score();
            if (evidence.size() >= PASSAGES || left < SMALLEST || (far && evidence.size() >= 2)) {
                break;
            }
            String shown = excerpt(asked, hit.ranked().passage().text(), Math.min(left, share));
            if (adds(shown, said) || evidence.isEmpty()) {
                evidence.add(new EvidencePassage(evidence.size() + 1, hit, shown));
                left -= TokenGuess.of(shown);
            }
        }
        var all = new ChosenEvidence(Neighbours.together(evidence), readWhole);
        return new OfferedEvidence(lead(asked, hits, all), all);
    }

    /// Of the best passage what is nearest to the question, and its neighbours in `all` as far as
    /// one passage's share goes.
    private ChosenEvidence lead(Set<String> asked, List<Hit> hits, ChosenEvidence all) {
        if (hits.isEmpty()) {
            return ChosenEvidence.NONE;
        }
        Hit best = hits.getFirst();
        PassageId id = best.ranked().passage().id();
        String nearest = excerpt(asked, best.ranked().passage().text(), share);
        var lead = new ArrayList<>(List.of(new EvidencePassage(1, best, nearest)));
        int left = share - TokenGuess.of(nearest);
        for (EvidencePassage passage : all.passages()) {
            int tokens = TokenGuess.of(passage.shown());
            if (tokens <= left
                    && !passage.id().equals(id)
                    && lead.stream().anyMatch(passage::isBeside)) {
                lead.add(new EvidencePassage(lead.size() + 1, passage.hit(), passage.shown()));
                left -= tokens;
            }
        }
        return new ChosenEvidence(
                Neighbours.together(lead), all.whole().filter(_ -> isWhole(lead, all)));
    }

    /// Whether all that `all` has of the lead's document is read.
    private static boolean isWhole(List<EvidencePassage> lead, ChosenEvidence all) {
        DocumentId document = lead.getFirst().id().document();
        return all.passages().stream()
                .filter(passage -> passage.id().document().equals(document))
                .allMatch(passage ->
                        lead.stream()
                                .anyMatch(read ->
                                        read.id().equals(passage.id())
                                                && read.shown().equals(passage.shown())));
    }

    /// All passages of the document that the best hit is in; none if they go beyond the budget.
    private List<EvidencePassage> wholeDocument(List<Hit> hits) {
        List<Hit> all = hits.isEmpty() ? List.of() : whole.around(hits.getFirst());
        List<EvidencePassage> evidence = new ArrayList<>();
        int tokens = 0;
        for (Hit hit : all) {
            String text = hit.ranked().passage().text();
            evidence.add(new EvidencePassage(evidence.size() + 1, hit, text));
            tokens += TokenGuess.of(text);
        }
        return tokens <= budget ? evidence : new ArrayList<>();
    }

    /// Whether `shown` says something that is not in `said`, the words and numbers of what was
    /// chosen before; what it says is added there. A number of its own is always something: it may
    /// be the contradiction.
    private boolean adds(String shown, Set<String> said) {
        Set<String> numbers = Numbers.in(shown);
        Set<String> words = terms.of(shown);
        long known = words.stream().filter(said::contains).count();
        boolean adds = known < SAID_BEFORE * words.size() || !said.containsAll(numbers);
        said.addAll(words);
        said.addAll(numbers);
        return adds;
    }

    /// Whether it is short and has no word of the question.
    private static boolean saysNothing(Hit hit) {
        return hit.ranked().lexicalRank().isEmpty()
                && hit.ranked().passage().text().length() < HEADING;
    }

    /// The run of whole sentences within `limit` tokens that shares most with the question; the
    /// whole text if it fits. A single sentence longer than the limit is cut.
    private String excerpt(Set<String> asked, String text, int limit) {
        if (TokenGuess.of(text) <= limit) {
            return text;
        }
        List<Span> sentences = splitter.split(text);
        int bestFrom = 0;
        int bestTo = 0;
        int bestScore = -1;
        for (int from = 0; from < sentences.size(); from++) {
            var shared = new HashSet<String>();
            int to = from;
            while (to < sentences.size()
                    && (to == from || tokens(text, sentences, from, to) <= limit)) {
                shared.addAll(terms.of(sentences.get(to).of(text)));
                to++;
            }
            shared.retainAll(asked);
            if (shared.size() > bestScore) {
                bestScore = shared.size();
                bestFrom = from;
                bestTo = to;
            }
        }
        if (sentences.isEmpty()) {
            return cut(text, limit);
        }
        String run =
                text.substring(sentences.get(bestFrom).start(), sentences.get(bestTo - 1).end());
        return cut(run, limit);
    }

    private static int tokens(String text, List<Span> sentences, int from, int to) {
        return TokenGuess.of(text.substring(sentences.get(from).start(), sentences.get(to).end()));
    }

    private static String cut(String text, int limit) {
        int end = text.length();
        while (end > 1 && TokenGuess.of(text.substring(0, end)) > limit) {
            end = end * 9 / 10;
        }
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}
