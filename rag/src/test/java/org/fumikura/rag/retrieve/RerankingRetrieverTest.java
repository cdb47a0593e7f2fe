package org.fumikura.rag.retrieve;

import static org.fumikura.rag.index.PassageFixtures.CHUNKER;
import static org.fumikura.rag.index.PassageFixtures.document;
import static org.fumikura.rag.index.PassageFixtures.passages;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.index.PassageVector;
import org.fumikura.rag.retrieve.Candidate.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reranker that prefers long passages, over a real index.
class RerankingRetrieverTest {
    @TempDir Path folder;

    private final ToyEmbedding embedding = new ToyEmbedding();
    private final List<Integer> batches = new ArrayList<>();
    private PassageIndex index;
    private HybridRetriever hybrid;
    private Optional<ScoringModel> reranker = Optional.of(this::longest);
    private Duration each = Duration.ofMillis(10);
    private long now;

    @BeforeEach
    void fillIndex() {
        index =
                LucenePassageIndex.open(
                        folder, new IndexSettings("toy", embedding.dimension(), CHUNKER));
        hybrid = new HybridRetriever(index, Optional.of(embedding));
        DocumentId document = document('a');
        List<Passage> passages =
                passages(
                        document,
                        "harbour harbour harbour",
                        "harbour harbour and pier",
                        "The harbour and the pier and the light",
                        "The harbour, the pier, the light and the keeper");
        index.replace(document, "", passages);
        index.putVectors(
                passages.stream()
                        .map(p -> new PassageVector(p.id(), ToyEmbedding.vector(p.text())))
                        .toList());
        index.commit();
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    private Response<List<Double>> longest(List<TextSegment> passages, String question) {
        batches.add(passages.size());
        now += each.toNanos() * passages.size();
        return Response.from(
                passages.stream().map(passage -> (double) passage.text().length()).toList());
    }

    private RerankingRetriever retriever() {
        return new RerankingRetriever(hybrid, () -> reranker, () -> now);
    }

    private static SearchRequest request(SearchMode mode, int limit) {
        return new SearchRequest("harbour", mode, limit, Scope.EVERYTHING);
    }

    private static List<Integer> ordinals(List<RankedPassage> passages) {
        return passages.stream().map(ranked -> ranked.passage().id().ordinal()).toList();
    }

    private List<Integer> found(int limit) {
        return ordinals(retriever().retrieve(request(SearchMode.HYBRID, limit)));
    }

    @Test
    void theBestByTheRerankerComeFirst() {
        assertEquals(List.of(3, 2, 1, 0), found(10));
        assertEquals(List.of(3, 2), found(2));
        assertEquals(List.of(1, 3, 1, 3), batches);
    }

    @Test
    void onlyAsManyAreScoredAsFitTheTime() {
        List<Integer> before = ordinals(hybrid.retrieve(request(SearchMode.HYBRID, 10)));
        each = Duration.ofMillis(149);
        List<Integer> after = found(10);
        assertEquals(List.of(1, 1), batches);
        assertEquals(before.subList(2, 4), after.subList(2, 4));
        each = Duration.ofSeconds(1);
        assertEquals(before, found(10));
    }

    @Test
    void scoresStillFallFromPlaceToPlace() {
        List<RankedPassage> passages = retriever().retrieve(request(SearchMode.HYBRID, 10));
        for (int i = 1; i < passages.size(); i++) {
            assertTrue(passages.get(i - 1).score() >= passages.get(i).score());
        }
    }

    @Test
    void withoutARerankerOrWhenItFailsWhatWasFoundStays() {
        List<RankedPassage> before = hybrid.retrieve(request(SearchMode.HYBRID, 10));
        reranker =
                Optional.of((passages, question) -> {
                    throw new IllegalStateException("died");
                });
        assertEquals(before, retriever().retrieve(request(SearchMode.HYBRID, 10)));
        reranker = Optional.empty();
        assertEquals(before, retriever().retrieve(request(SearchMode.HYBRID, 10)));
    }

    @Test
    void aSearchByWordsAloneIsNotPutInOrder() {
        assertEquals(
                hybrid.retrieve(request(SearchMode.LEXICAL, 10)),
                retriever().retrieve(request(SearchMode.LEXICAL, 10)));
        assertEquals(List.of(), batches);
    }

    @Test
    void whatIsToldIsWhatIsFound() {
        Explanation told = retriever().explain(request(SearchMode.HYBRID, 3));
        assertEquals(Explanation.Order.RERANKED, told.order());
        assertEquals(
                List.of(3, 2, 1),
                ordinals(
                        told.candidates().stream()
                                .filter(candidate -> candidate.fate() instanceof Fate.Kept)
                                .map(Candidate::ranked)
                                .toList()));
        assertEquals(new Fate.TooLow(), told.candidates().get(3).fate());
    }
}
