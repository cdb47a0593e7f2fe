package org.fumikura.rag.retrieve;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.ScoringModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.fumikura.rag.Passage;
import org.fumikura.rag.retrieve.Candidate.Fate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the first passages of a hybrid search in the order that a reranker gives them, as many as
/// it scores in the time there is. What comes after keeps its order, and each place keeps the score
/// it had: scores compare within a list, and a reranker's are on a scale of its own. Without a
/// reranker, or when it fails, what was found stays as it is.
public final class RerankingRetriever implements ExplainingRetriever {
    private static final Logger LOG = LoggerFactory.getLogger(RerankingRetriever.class);

    private static final int MOST = 16;
    private static final long BUDGET = Duration.ofMillis(300).toNanos();

    private final ExplainingRetriever found;
    private final Supplier<Optional<ScoringModel>> rerankers;
    private final LongSupplier nanos;

    /// @param found finds what is put in order
    /// @param rerankers gives the reranker, borrowed, whenever it is asked; empty while there is
    ///   none, or none that would answer at once
    public RerankingRetriever(
            ExplainingRetriever found, Supplier<Optional<ScoringModel>> rerankers) {
        this(found, rerankers, System::nanoTime);
    }

    RerankingRetriever(
            ExplainingRetriever found,
            Supplier<Optional<ScoringModel>> rerankers,
            LongSupplier nanos) {
        this.found = found;
        this.rerankers = rerankers;
        this.nanos = nanos;
    }

    @Override
    public List<RankedPassage> retrieve(SearchRequest request) {
        Optional<ScoringModel> reranker = reranker(request);
        if (reranker.isEmpty()) {
            return found.retrieve(request);
        }
        List<RankedPassage> passages = found.retrieve(request.atLeast(MOST));
        List<Integer> order = order(reranker.get(), request.query(), passages);
        return IntStream.range(0, Math.min(request.limit(), passages.size()))
                .mapToObj(
                        place -> passages.get(order.get(place)).scored(passages.get(place).score()))
                .toList();
    }

    @Override
    public Explanation explain(SearchRequest request) {
        Optional<ScoringModel> reranker = reranker(request);
        if (reranker.isEmpty()) {
            return found.explain(request);
        }
        Explanation before = found.explain(request.atLeast(MOST));
        List<Candidate> kept =
                before.candidates().stream()
                        .filter(candidate -> candidate.fate() instanceof Fate.Kept)
                        .toList();
        List<RankedPassage> passages = kept.stream().map(Candidate::ranked).toList();
        List<Integer> order = order(reranker.get(), request.query(), passages);
        List<Candidate> after = new ArrayList<>();
        for (int place = 0; place < kept.size(); place++) {
            Fate fate = place < request.limit() ? new Fate.Kept(place + 1) : new Fate.TooLow();
            after.add(new Candidate(passages.get(order.get(place)), fate));
        }
        before.candidates().stream()
                .filter(candidate -> !(candidate.fate() instanceof Fate.Kept))
                .forEach(after::add);
        return before.reranked(after);
    }

    private Optional<ScoringModel> reranker(SearchRequest request) {
        return request.mode() == SearchMode.HYBRID ? rerankers.get() : Optional.empty();
    }

    /// For each place the passage that goes there: those that were scored by their scores, ties as
    /// they were found, then the rest.
    private List<Integer> order(
            ScoringModel reranker, String question, List<RankedPassage> passages) {
        List<Double> scores = scores(reranker, question, passages);
        return IntStream.range(0, passages.size())
                .boxed()
                .sorted(
                        Comparator.comparingDouble((Integer i) ->
                                        i < scores.size()
                                                ? -scores.get(i)
                                                : Double.POSITIVE_INFINITY)
                                .thenComparingInt(i -> i))
                .toList();
    }

    /// The scores of the first passages. How many fit is judged by those before: the first is
    /// scored alone.
    private List<Double> scores(
            ScoringModel reranker, String question, List<RankedPassage> passages) {
        int most = Math.min(MOST, passages.size());
        List<Double> scores = new ArrayList<>();
        long start = nanos.getAsLong();
        try {
            int next = Math.min(1, most);
            while (next > 0) {
                List<TextSegment> texts =
                        passages.subList(scores.size(), scores.size() + next).stream()
                                .map(ranked -> TextSegment.from(text(ranked.passage())))
                                .toList();
                List<Double> more = reranker.scoreAll(texts, question).content();
                scores.addAll(more);
                if (more.size() < next) {
                    break;
                }
                long spent = Math.max(1, nanos.getAsLong() - start);
                long fit = (BUDGET - spent) * scores.size() / spent;
                next = (int) Math.clamp(fit, 0, most - scores.size());
            }
            return scores;
        } catch (RuntimeException fault) {
            LOG.warn("The reranker failed: {}", fault.toString());
            return List.of();
        }
    }

    private static String text(Passage passage) {
        return passage.headings().isEmpty()
                ? passage.text()
                : passage.headings().getLast() + "\n" + passage.text();
    }
}
