package org.fumikura.rag.retrieve;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.RagException;
import org.fumikura.rag.index.PassageSearch;
import org.fumikura.rag.index.PassageVector;
import org.fumikura.rag.index.ScoredPassage;
import org.fumikura.rag.index.SearchText;
import org.fumikura.rag.retrieve.Candidate.Fate;
import org.fumikura.rag.retrieve.Fusion.Fused;

/// Searches by words and by meaning and fuses what both find. The best of that is fed back: what
/// was found by meaning is ranked anew by how near it is to the query moved towards the best, and
/// what was found by words with words of it.
///
/// Keep one for the index: it remembers the vectors of the last queries.
public final class HybridRetriever implements ExplainingRetriever {
    /// Both lists are at least this deep: scores are stretched over the whole list, so a short one
    /// would make much of small differences.
    private static final int DEPTH = 100;

    /// So many more are found by meaning where they are ranked anew: what comes near to the moved
    /// query lay farther from the first one.
    private static final int TO_RANK_ANEW = 2;

    private final PassageSearch index;
    private final Supplier<Optional<EmbeddingModel>> queries;
    private final Recipe recipe;
    private final QueryVectors vectors = new QueryVectors();
    private final CommonDirection common;

    /// @param index borrowed
    /// @param queries gives the embedding model for questions, its prefix included, whenever it is
    ///   asked; as long as there is none, search is by words
    public HybridRetriever(PassageSearch index, Supplier<Optional<EmbeddingModel>> queries) {
        this(index, queries, Recipe.STANDARD);
    }

    /// @param index borrowed
    /// @param queries the embedding model for questions, its prefix included; borrowed. Without
    ///   one, search is by words
    public HybridRetriever(PassageSearch index, Optional<EmbeddingModel> queries) {
        this(index, () -> queries);
    }

    /// Puts search together by `recipe`.
    public HybridRetriever(
            PassageSearch index, Supplier<Optional<EmbeddingModel>> queries, Recipe recipe) {
        this(index, queries, recipe, new CommonDirection(index, Optional.empty()));
    }

    /// Puts search together by `recipe`.
    ///
    /// @param common of the same index; borrowed
    public HybridRetriever(
            PassageSearch index,
            Supplier<Optional<EmbeddingModel>> queries,
            Recipe recipe,
            CommonDirection common) {
        this.index = index;
        this.queries = queries;
        this.recipe = recipe;
        this.common = common;
    }

    @Override
    public List<Passage> passages(List<PassageId> ids) {
        return index.passages(ids);
    }

    @Override
    public List<RankedPassage> retrieve(SearchRequest request) {
        Ranking ranking = rank(request);
        return sift(ranking, request.limit()).stream()
                .filter(candidate -> candidate.fate() instanceof Fate.Kept)
                .map(Candidate::ranked)
                .toList();
    }

    @Override
    public Explanation explain(SearchRequest request) {
        Ranking ranking = rank(request);
        List<Candidate> candidates = new ArrayList<>(sift(ranking, request.limit()));
        Set<PassageId> sifted =
                candidates.stream()
                        .map(candidate -> candidate.ranked().passage().id())
                        .collect(Collectors.toSet());
        candidates.addAll(
                hydrate(
                                ranking.fused().stream()
                                        .filter(fused -> !sifted.contains(fused.id()))
                                        .toList(),
                                ranking.meaning())
                        .map(ranked -> new Candidate(ranked, new Fate.TooLow()))
                        .toList());
        boolean byWords = request.mode() != SearchMode.VECTOR;
        return new Explanation(
                request,
                Optional.empty(),
                List.of(),
                byWords ? index.terms(request.query()) : List.of(),
                ranking.fedBack().isEmpty()
                        ? List.of()
                        : index.addedTerms(request.query(), ranking.fedBack()),
                ranking.lexicalWeight(),
                Explanation.Order.FUSED,
                candidates);
    }

    /// All that was found, best first, and what its order comes from.
    ///
    /// @param fedBack the passages whose words were added to the query
    private record Ranking(
            List<Fused> fused,
            double lexicalWeight,
            List<ScoredPassage> fedBack,
            Optional<QueryMeaning> meaning) {}

    private Ranking rank(SearchRequest request) {
        if (request.query().isBlank()) {
            return new Ranking(List.of(), 1, List.of(), Optional.empty());
        }
        return switch (request.mode()) {
            case LEXICAL -> byWords(request);
            case VECTOR ->
                    byMeaning(request, meaning(request).orElseThrow(HybridRetriever::noModel));
            case HYBRID ->
                    meaning(request)
                            .map(meaning -> byBoth(request, meaning))
                            .orElseGet(() -> byWords(request));
        };
    }

    private Optional<QueryMeaning> meaning(SearchRequest request) {
        return queries.get().map(model -> meaning(request.query(), model));
    }

    private QueryMeaning meaning(String query, EmbeddingModel model) {
        QueryMeaning meaning = new QueryMeaning(vectors.of(query, model));
        if (recipe.commonTaken() == 0 || SearchText.isCjk(query)) {
            return meaning;
        }
        return common.of(model)
                .map(direction -> meaning.without(direction, recipe.commonTaken()))
                .orElse(meaning);
    }

    private static RagException noModel() {
        return new RagException(RagException.Code.EMBEDDER_MISSING, "search by meaning");
    }

    private Ranking byWords(SearchRequest request) {
        return new Ranking(fuse(lexical(request), List.of(), 1), 1, List.of(), Optional.empty());
    }

    private Ranking byMeaning(SearchRequest request, QueryMeaning meaning) {
        return new Ranking(
                fuse(List.of(), nearest(request, meaning, depth(request)), 0),
                0,
                List.of(),
                Optional.of(meaning));
    }

    private Ranking byBoth(SearchRequest request, QueryMeaning meaning) {
        // Neither search needs the other, and a laptop has a second core.
        ForkJoinTask<List<ScoredPassage>> byWords =
                ForkJoinTask.adapt(() -> lexical(request)).fork();
        int deeper = recipe.meaningFedBack() > 0 ? TO_RANK_ANEW : 1;
        List<ScoredPassage> near = nearest(request, meaning, deeper * depth(request));
        List<ScoredPassage> words = byWords.join();
        double weight = lexicalWeight(request, words);
        List<ScoredPassage> best =
                fuse(words, near, weight).stream()
                        .limit(Math.max(recipe.wordsFedBack(), recipe.meaningFedBack()))
                        .map(fused -> new ScoredPassage(fused.id(), fused.score()))
                        .toList();
        List<ScoredPassage> bestWords = best.stream().limit(recipe.wordsFedBack()).toList();
        ForkJoinTask<List<ScoredPassage>> wordsAnew =
                ForkJoinTask.adapt(() -> byWordsOf(bestWords, request, words)).fork();
        List<ScoredPassage> nearAnew = byMeaningOf(best, request, meaning, near);
        return new Ranking(
                fuse(wordsAnew.join(), nearAnew, weight), weight, bestWords, Optional.of(meaning));
    }

    private List<ScoredPassage> byWordsOf(
            List<ScoredPassage> fedBack, SearchRequest request, List<ScoredPassage> found) {
        return fedBack.isEmpty() ? found : index.fedBack(request.query(), found, fedBack);
    }

    private List<ScoredPassage> byMeaningOf(
            List<ScoredPassage> best,
            SearchRequest request,
            QueryMeaning meaning,
            List<ScoredPassage> found) {
        List<PassageId> fedBack = ids(best.stream().limit(recipe.meaningFedBack()));
        if (fedBack.isEmpty()) {
            return found;
        }
        QueryMeaning moved = meaning.towards(index.vectors(fedBack));
        return index.nearest(moved.sought(), ids(found.stream())).stream()
                .limit(depth(request))
                .toList();
    }

    private static List<PassageId> ids(Stream<ScoredPassage> passages) {
        return passages.map(ScoredPassage::id).toList();
    }

    private List<Fused> fuse(
            List<ScoredPassage> words, List<ScoredPassage> meaning, double lexicalWeight) {
        return Fusion.fuse(recipe.rule(), words, meaning, lexicalWeight);
    }

    /// While vectors are still being made, meaning counts for as much as it covers: else the few
    /// passages that have one would push aside better ones that do not yet. And words count for
    /// less when hardly any of them was found: a question in another language than the documents
    /// shares little but numbers and names with them.
    private double lexicalWeight(SearchRequest request, List<ScoredPassage> words) {
        PassageSearch.Size size = index.size();
        double covered =
                size.passages() == 0 ? 0 : Math.min(1, (double) size.vectors() / size.passages());
        double full = 1 - (1 - recipe.lexicalWeight()) * covered;
        if (words.isEmpty() || recipe.enoughFound() == 0) {
            return full;
        }
        double found = words.getFirst().score() / index.lexicalCeiling(request.query());
        return full * Math.min(1, found / recipe.enoughFound());
    }

    private List<ScoredPassage> lexical(SearchRequest request) {
        return index.lexical(request.query(), request.within(), depth(request));
    }

    private List<ScoredPassage> nearest(SearchRequest request, QueryMeaning meaning, int k) {
        return index.nearest(meaning.sought(), request.within(), k);
    }

    private static int depth(SearchRequest request) {
        return Math.max(DEPTH, request.limit());
    }

    /// The passages with what is known of them; those that an interleaved write has removed fall
    /// out.
    private Stream<RankedPassage> hydrate(List<Fused> fused, Optional<QueryMeaning> meaning) {
        List<PassageId> ids = fused.stream().map(Fused::id).toList();
        Map<PassageId, Double> cosines =
                meaning.map(asked -> similarities(ids, asked)).orElse(Map.of());
        Map<PassageId, Passage> passages =
                index.passages(ids).stream()
                        .collect(Collectors.toMap(Passage::id, Function.identity()));
        return fused.stream()
                .filter(next -> passages.containsKey(next.id()))
                .map(next ->
                        new RankedPassage(
                                Objects.requireNonNull(passages.get(next.id())),
                                next.score(),
                                next.lexicalRank(),
                                next.vectorRank(),
                                cosines.getOrDefault(next.id(), Double.NaN)));
    }

    private Map<PassageId, Double> similarities(List<PassageId> ids, QueryMeaning meaning) {
        return index.vectors(ids).stream()
                .collect(Collectors.toMap(PassageVector::id, meaning::similarity));
    }

    /// Goes down the ranking until `limit` passages are kept. Two copies of a document, or a page
    /// header on every page, would fill the list with one text: only the first passage of each text
    /// is kept.
    private List<Candidate> sift(Ranking ranking, int limit) {
        List<Fused> fused = ranking.fused();
        List<Candidate> sifted = new ArrayList<>();
        Map<String, PassageId> texts = new HashMap<>();
        for (int from = 0; from < fused.size() && texts.size() < limit; from += limit) {
            List<Fused> batch = fused.subList(from, Math.min(fused.size(), from + limit));
            for (RankedPassage next : hydrate(batch, ranking.meaning()).toList()) {
                if (texts.size() == limit) {
                    break;
                }
                PassageId id = next.passage().id();
                PassageId first = texts.putIfAbsent(SearchText.essence(next.passage().text()), id);
                sifted.add(
                        new Candidate(
                                next,
                                first == null
                                        ? new Fate.Kept(texts.size())
                                        : new Fate.Folded(first)));
            }
        }
        return sifted;
    }
}
