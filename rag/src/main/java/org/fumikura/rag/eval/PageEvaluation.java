package org.fumikura.rag.eval;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fumikura.rag.eval.PageSet.FoundPage;
import org.fumikura.rag.eval.PageSet.PageQuestion;

/// Whether search finds the page that answers a question.
public final class PageEvaluation {
    private PageEvaluation() {}

    /// The mean metrics over the set's answerable questions.
    ///
    /// @param search a question's pages, best first; a page found through several passages counts
    ///   where it is first
    public static RankingMetrics of(PageSet set, Function<String, List<FoundPage>> search) {
        return RankingMetrics.mean(
                set.questions().stream().map(question -> metrics(question, search)).toList());
    }

    private static RankingMetrics metrics(
            PageQuestion question, Function<String, List<FoundPage>> search) {
        List<String> ranking =
                search.apply(question.text()).stream().distinct().map(PageEvaluation::key).toList();
        return RankingMetrics.of(ranking, Map.of(key(question.gold()), 1));
    }

    private static String key(FoundPage page) {
        return page.document() + "#" + page.page();
    }
}
