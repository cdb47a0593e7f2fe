package org.fumikura.rag.index;

import static org.fumikura.rag.index.PassageAnalysis.ENGLISH;
import static org.fumikura.rag.index.PassageAnalysis.JAPANESE;
import static org.fumikura.rag.index.PassageAnalysis.SURFACE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.fumikura.rag.Scope;

/// Restrictions as Lucene filters.
final class RestrictionQuery {
    private RestrictionQuery() {}

    /// What of the words index may be found; empty if everything.
    static Optional<Query> ofWords(Restriction restriction, Analyzer analyzer) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        ofScope(restriction.scope()).ifPresent(scope -> all.add(scope, Occur.FILTER));
        restriction.phrases().stream()
                .flatMap(phrase -> phrase(phrase, analyzer).stream())
                .forEach(phrase -> all.add(phrase, Occur.FILTER));
        List<Query> excluded =
                restriction.excluded().stream()
                        .flatMap(words -> anyForm(words, analyzer).stream())
                        .toList();
        excluded.forEach(words -> all.add(words, Occur.MUST_NOT));
        BooleanQuery built = all.build();
        if (built.clauses().isEmpty()) {
            return Optional.empty();
        }
        if (built.clauses().size() == excluded.size()) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return Optional.of(all.build());
    }

    /// What of any index lies in the documents of `scope`; empty if everything.
    static Optional<Query> ofScope(Scope scope) {
        return switch (scope) {
            case Scope.Everything() -> Optional.empty();
            case Scope.Documents(var ids) ->
                    Optional.of(
                            ids.isEmpty()
                                    ? new MatchNoDocsQuery("an empty scope")
                                    : new TermInSetQuery(
                                            PassageFields.DOCUMENT,
                                            ids.stream().map(PassageKeys::key).toList()));
        };
    }

    /// The passages with these keys.
    static Query ofPassages(Collection<BytesRef> keys) {
        return keys.isEmpty()
                ? new MatchNoDocsQuery("no passage")
                : new TermInSetQuery(PassageFields.ID, keys);
    }

    /// All but the passages with these keys.
    static Query butPassages(Collection<BytesRef> keys) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(ofPassages(keys), Occur.MUST_NOT)
                .build();
    }

    /// What has one of the excluded words; of which there is at least one.
    static Query excluded(Restriction restriction, Analyzer analyzer) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        restriction.excluded().stream()
                .flatMap(words -> anyForm(words, analyzer).stream())
                .forEach(words -> any.add(words, Occur.SHOULD));
        return any.build();
    }

    private static Optional<Query> phrase(String text, Analyzer analyzer) {
        List<String> words = PassageAnalysis.terms(analyzer, SURFACE, SearchText.normalise(text));
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        words.size() == 1
                                ? new TermQuery(new Term(SURFACE, words.getFirst()))
                                : new PhraseQuery(SURFACE, words.toArray(String[]::new)));
    }

    /// The phrase as it stands, or in any form if it is one word.
    private static Optional<Query> anyForm(String text, Analyzer analyzer) {
        List<Query> forms = new ArrayList<>();
        phrase(text, analyzer).ifPresent(forms::add);
        String normal = SearchText.normalise(text);
        String field = SearchText.isCjk(normal) ? JAPANESE : ENGLISH;
        List<String> bases = PassageAnalysis.terms(analyzer, field, normal);
        boolean oneWord = normal.chars().noneMatch(Character::isWhitespace);
        if (bases.size() == 1 && oneWord) {
            forms.add(new TermQuery(new Term(field, bases.getFirst())));
        }
        if (forms.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        forms.forEach(form -> any.add(form, Occur.SHOULD));
        return Optional.of(any.build());
    }
}
