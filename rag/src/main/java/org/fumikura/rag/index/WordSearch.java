package org.fumikura.rag.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.index.PassageLookup.Place;

/// What was committed of passages and their words, searched. For any number of threads.
final class WordSearch {
    /// Raise it when fields or analysis change: indexes of another schema are started anew.
    private static final int SCHEMA = 2;

    private final Searched part;
    private final Analyzer analyzer;

    /// A hybrid search asks several things of the same words.
    private volatile Read last = new Read("", Optional.empty());

    /// @param part borrowed
    /// @param analyzer borrowed
    WordSearch(Searched part, Analyzer analyzer) {
        this.part = part;
        this.analyzer = analyzer;
    }

    /// What every commit of such an index says of itself.
    static Map<String, String> version(IndexSettings settings) {
        return Map.of(
                "schema", Integer.toString(SCHEMA),
                "chunker", Integer.toString(settings.chunkerVersion()),
                "words", settings.ownWords().fingerprint());
    }

    /// The documents and how many passages each has.
    Map<DocumentId, Integer> documents() {
        return part.search(DocumentCounts::of);
    }

    int size() {
        return part.search(searcher -> searcher.getIndexReader().numDocs());
    }

    /// A person's words and the query they were read as.
    private record Read(String words, Optional<Query> query) {}

    private Optional<Query> query(String words) {
        Read read = last;
        if (!read.words.equals(words)) {
            read = new Read(words, WordQuery.of(words, analyzer));
            last = read;
        }
        return read.query;
    }

    List<ScoredPassage> search(String words, Restriction within, int k) {
        Optional<Query> query = query(words);
        return query.isEmpty()
                ? List.of()
                : part.search(searcher ->
                        RankedSearch.top(
                                searcher,
                                query.get(),
                                RestrictionQuery.ofWords(within, analyzer),
                                k));
    }

    Optional<String> correction(String words) {
        return part.search(
                searcher -> new WordCorrection(analyzer, searcher.getIndexReader()).correct(words));
    }

    /// The score that no passage can be far above; 0 without a searchable word.
    double ceiling(String words) {
        Optional<Query> query = query(words);
        return query.isEmpty()
                ? 0
                : part.search(
                        searcher -> new WordCeiling(searcher.getIndexReader()).of(query.get()));
    }

    Map<String, Double> rarity(String text) {
        Set<String> terms = ContentTerms.of(text, analyzer);
        return part.search(searcher -> WordRarity.of(terms, searcher.getIndexReader()));
    }

    /// `found` as it ranks when the words of `best` are added to the query.
    List<ScoredPassage> fedBack(String words, List<ScoredPassage> found, List<ScoredPassage> best) {
        List<WordFeedback.Answer> answers = answers(words, best);
        return part.search(searcher -> {
            Optional<Query> added = added(words, answers, searcher);
            return added.isEmpty() ? found : raised(found, scores(searcher, added.get(), found));
        });
    }

    /// What [#search] looks for.
    List<QueryTerm> terms(String words) {
        Optional<Query> query = query(words);
        return query.isEmpty()
                ? List.of()
                : part.search(searcher -> QueryTerms.of(query.get(), searcher));
    }

    /// What [#fedBack] adds.
    List<QueryTerm> addedTerms(String words, List<ScoredPassage> best) {
        List<WordFeedback.Answer> answers = answers(words, best);
        return part.search(searcher -> {
            Optional<Query> added = added(words, answers, searcher);
            return added.isEmpty() ? List.of() : QueryTerms.of(added.get(), searcher);
        });
    }

    private Optional<Query> added(
            String words, List<WordFeedback.Answer> answers, IndexSearcher searcher)
            throws IOException {
        return new WordFeedback(analyzer).query(words, answers, searcher.getIndexReader());
    }

    /// What `best` says, where that helps: passages that would add nothing are not fetched.
    private List<WordFeedback.Answer> answers(String words, List<ScoredPassage> best) {
        if (!WordFeedback.helps(words)) {
            return List.of();
        }
        Map<PassageId, Double> weights =
                best.stream().collect(Collectors.toMap(ScoredPassage::id, ScoredPassage::score));
        return passages(List.copyOf(weights.keySet())).stream()
                .map(passage ->
                        new WordFeedback.Answer(passage, weights.getOrDefault(passage.id(), 0.0)))
                .toList();
    }

    private static Map<PassageId, Double> scores(
            IndexSearcher searcher, Query query, List<ScoredPassage> passages) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        Map<PassageId, Double> scores = new HashMap<>();
        List<PassageId> ids = passages.stream().map(ScoredPassage::id).toList();
        for (Map.Entry<LeafReaderContext, SortedMap<Integer, PassageId>> segment :
                PassageLookup.places(searcher, ids).entrySet()) {
            Scorer scorer = weight.scorer(segment.getKey());
            DocIdSetIterator docs = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            for (Map.Entry<Integer, PassageId> place : segment.getValue().entrySet()) {
                if (docs.docID() < place.getKey()) {
                    docs.advance(place.getKey());
                }
                if (scorer != null && docs.docID() == place.getKey()) {
                    scores.put(place.getValue(), (double) scorer.score());
                }
            }
        }
        return scores;
    }

    private static List<ScoredPassage> raised(
            List<ScoredPassage> found, Map<PassageId, Double> by) {
        return found.stream()
                .map(hit ->
                        new ScoredPassage(hit.id(), hit.score() + by.getOrDefault(hit.id(), 0.0)))
                .sorted(
                        Comparator.comparingDouble(ScoredPassage::score)
                                .reversed()
                                .thenComparing(ScoredPassage::id))
                .toList();
    }

    /// The restriction as a filter on the vectors, which know no words: the passages that words
    /// choose, or those that they rule out.
    Optional<Query> filterOfVectors(Restriction within) {
        if (within.isOfDocuments()) {
            return RestrictionQuery.ofScope(within.scope());
        }
        if (!within.phrases().isEmpty()) {
            return RestrictionQuery.ofWords(within, analyzer)
                    .map(query -> RestrictionQuery.ofPassages(keys(query)));
        }
        BooleanQuery.Builder both = new BooleanQuery.Builder();
        RestrictionQuery.ofScope(within.scope()).ifPresent(scope -> both.add(scope, Occur.FILTER));
        both.add(
                RestrictionQuery.butPassages(keys(RestrictionQuery.excluded(within, analyzer))),
                Occur.FILTER);
        return Optional.of(both.build());
    }

    private List<BytesRef> keys(Query query) {
        return part.search(searcher -> PassageLookup.keys(searcher, query));
    }

    List<Passage> sample(int count) {
        return passages(part.search(searcher -> PassageLookup.sample(searcher, count)));
    }

    List<Passage> passages(List<PassageId> ids) {
        return part.search(searcher -> {
            var lookup = new PassageLookup(searcher);
            StoredFields stored = searcher.storedFields();
            List<Passage> passages = new ArrayList<>(ids.size());
            for (PassageId id : ids) {
                Optional<Place> place = lookup.find(id);
                if (place.isPresent()) {
                    int doc = place.get().segment().docBase + place.get().doc();
                    passages.add(PassageFields.passage(id, stored.document(doc)));
                }
            }
            return passages;
        });
    }
}
