package org.fumikura.rag.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.fumikura.rag.Scope;
import org.fumikura.rag.feedback.JudgedQuestion;
import org.fumikura.rag.index.Restriction;
import org.fumikura.rag.library.LibraryContents;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.query.QueryReading;
import org.fumikura.rag.retrieve.Recipe;
import org.fumikura.rag.retrieve.Retriever;
import org.fumikura.rag.retrieve.SearchRequest;

/// A person's question set put to their library in one way of searching after the other. What is
/// ranked are pages: one found through several passages counts where it is first.
public final class SettingComparison {
    /// Passages a search.
    private static final int DEPTH = 100;

    private final LibraryContents contents;
    private final Function<Recipe, Retriever> retrievers;
    private final BooleanSupplier hasMeaning;

    /// @param contents borrowed
    /// @param retrievers searches the same library, hybrid search put together by the recipe
    /// @param hasMeaning whether there is an embedding model: without one, settings that need it
    ///   are left out
    public SettingComparison(
            LibraryContents contents,
            Function<Recipe, Retriever> retrievers,
            BooleanSupplier hasMeaning) {
        this.contents = contents;
        this.retrievers = retrievers;
        this.hasMeaning = hasMeaning;
    }

    /// How well one setting does.
    ///
    /// @param p50Millis median time of a search; each question's first search in a setting that
    ///   asks for meaning embeds it
    public record Row(SearchSetting setting, RankingMetrics metrics, double p50Millis) {}

    /// What came of it.
    ///
    /// @param questions how many questions the figures are over
    /// @param leftOut how many were left out, because no right page of theirs is in the library
    public record Table(List<Row> rows, int questions, int leftOut) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /// Hears how many searches are done.
    @FunctionalInterface
    public interface Progress {
        /// `done` of `total` searches.
        void at(int done, int total);
    }

    /// Puts the questions in each setting. For any thread; waits for disk and embedding model.
    ///
    /// @param stopped asked before each search; once it says yes there is no table
    /// @throws CancellationException if stopped
    public Table run(List<JudgedQuestion> set, Progress progress, BooleanSupplier stopped) {
        boolean meaning = hasMeaning.getAsBoolean();
        List<SearchSetting> settings =
                SearchSetting.all().stream()
                        .filter(setting -> meaning || !setting.needsMeaning())
                        .toList();
        var gold = new GoldPages(contents);
        Map<JudgedQuestion, Map<String, Integer>> judged = new LinkedHashMap<>();
        for (JudgedQuestion question : set) {
            Map<String, Integer> grades = gold.grades(question);
            if (!grades.isEmpty()) {
                judged.put(question, grades);
            }
        }
        int total = judged.size() * settings.size();
        List<Row> rows = new ArrayList<>();
        for (SearchSetting setting : settings) {
            Retriever retriever = retrievers.apply(setting.recipe());
            List<RankingMetrics> metrics = new ArrayList<>();
            List<Double> millis = new ArrayList<>();
            for (Map.Entry<JudgedQuestion, Map<String, Integer>> one : judged.entrySet()) {
                progress.at(rows.size() * judged.size() + metrics.size(), total);
                if (stopped.getAsBoolean()) {
                    throw new CancellationException();
                }
                long start = System.nanoTime();
                List<String> pages = pages(retriever, setting, one.getKey().text());
                millis.add((System.nanoTime() - start) / 1e6);
                metrics.add(RankingMetrics.of(pages, one.getValue()));
            }
            rows.add(new Row(setting, RankingMetrics.mean(metrics), Percentile.of(millis, 0.5)));
        }
        return new Table(rows, judged.size(), set.size() - judged.size());
    }

    private List<String> pages(Retriever retriever, SearchSetting setting, String text) {
        Query query =
                Query.read(text) instanceof QueryReading.Understood(Query understood)
                        ? understood
                        : Query.plain(text);
        var within =
                new Restriction(
                        contents.narrow(Scope.EVERYTHING, query),
                        query.phrases(),
                        query.excluded());
        return retriever
                .retrieve(new SearchRequest(query.words(), setting.mode(), DEPTH, within))
                .stream()
                .map(ranked ->
                        GoldPages.key(ranked.passage().id().document(), ranked.passage().page()))
                .distinct()
                .toList();
    }
}
