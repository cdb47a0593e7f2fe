package org.fumikura.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fumikura.app.bench.SyntheticCorpus.Query;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.PassageSearch;
import org.fumikura.rag.index.Snippets;
import org.fumikura.rag.retrieve.Found;
import org.fumikura.rag.retrieve.HybridRetriever;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.SearchRequest;
import org.fumikura.rag.retrieve.TolerantRetriever;

/// Searches as the window does while a question is typed: by words, after every letter, with the
/// snippets of what is listed.
final class KeystrokeBench {
    private static final int SHOWN = 20;
    private static final int SNIPPET = 240;

    private final PassageSearch index;

    /// @param index borrowed
    KeystrokeBench(PassageSearch index) {
        this.index = index;
    }

    /// The milliseconds that each letter of the questions took.
    List<Double> type(List<Query> queries) {
        var retriever = new TolerantRetriever(new HybridRetriever(index, Optional.empty()), index);
        List<Double> millis = new ArrayList<>();
        try (var snippets = new Snippets()) {
            for (Query query : queries) {
                IntStream.rangeClosed(1, query.text().length())
                        .mapToObj(typed -> query.text().substring(0, typed))
                        .forEach(typed -> millis.add(millis(retriever, snippets, typed)));
            }
        }
        return millis;
    }

    private static double millis(TolerantRetriever retriever, Snippets snippets, String typed) {
        long start = System.nanoTime();
        Found found =
                retriever.find(
                        new SearchRequest(typed, SearchMode.LEXICAL, SHOWN, Scope.EVERYTHING));
        String shown = found.corrected().orElse(typed);
        int marks =
                found.passages().stream()
                        .mapToInt(hit ->
                                snippets.of(shown, hit.passage().text(), SNIPPET).marks().size())
                        .sum();
        long took = System.nanoTime() - start;
        // Looked at, so that no snippet is left out as unused.
        return marks < 0 ? 0 : took / 1e6;
    }
}
