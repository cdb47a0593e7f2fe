package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.index.ContentTerms;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.retrieve.Found;
import org.fumikura.rag.retrieve.RankedPassage;
import org.fumikura.rag.retrieve.Retriever;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.SearchRequest;

/// Searches for what may answer a question. Of one that asks for several things each is searched
/// for by itself too, and the best passages of all take turns.
///
/// @param sources the file of a document; passages of documents without one are passed over
/// @param limit how many passages to find
record Searching(
        Retriever retriever,
        Function<DocumentId, Optional<Source>> sources,
        ContentTerms terms,
        int limit) {
    /// What is found for `question`.
    Findings find(Question question) {
        String asked = FollowUp.query(question, terms);
        List<String> parts = QuestionParts.of(asked, terms);
        Found whole = retriever.find(request(question, asked));
        if (parts.size() == 1) {
            return findings(asked, whole, whole.passages());
        }
        var lists = new ArrayList<List<RankedPassage>>();
        parts.forEach(part -> lists.add(retriever.find(request(question, part)).passages()));
        lists.add(whole.passages());
        return findings(asked, whole, inTurns(lists));
    }

    private Findings findings(String asked, Found whole, List<RankedPassage> passages) {
        String query = Findings.query(asked, whole);
        return new Findings(AskedWords.of(query, terms, retriever.rarity(query)), hits(passages));
    }

    private SearchRequest request(Question question, String words) {
        return new SearchRequest(words, SearchMode.HYBRID, limit, question.restriction());
    }

    private List<RankedPassage> inTurns(List<List<RankedPassage>> lists) {
        var taken = new ArrayList<RankedPassage>();
        var ids = new HashSet<PassageId>();
        for (int rank = 0; rank < limit; rank++) {
            for (List<RankedPassage> list : lists) {
                if (rank < list.size() && ids.add(list.get(rank).passage().id())) {
                    taken.add(list.get(rank));
                }
            }
        }
        return taken.subList(0, Math.min(limit, taken.size()));
    }

    private List<Hit> hits(List<RankedPassage> passages) {
        return passages.stream()
                .flatMap(ranked ->
                        sources
                                .apply(ranked.passage().id().document())
                                .map(source -> new Hit(ranked, source))
                                .stream())
                .toList();
    }
}
