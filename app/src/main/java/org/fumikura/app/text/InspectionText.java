package org.fumikura.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.fumikura.rag.index.QueryTerm;
import org.fumikura.rag.query.FileFilter;
import org.fumikura.rag.retrieve.Candidate.Fate;
import org.fumikura.rag.retrieve.Explanation;
import org.fumikura.rag.retrieve.RankedPassage;
import org.fumikura.rag.search.Inspection;
import org.fumikura.rag.search.Inspection.Inspected;
import org.fumikura.ui.Messages;

/// How a search came to what it found, in words.
public final class InspectionText {
    /// Beyond the hits only so many are told.
    private static final int BEYOND = 5;

    private InspectionText() {}

    /// The whole story: the query, then the passages.
    public static List<String> lines(Messages messages, Inspection inspection) {
        List<String> lines = new ArrayList<>(query(messages, inspection));
        passages(inspection).forEach(found -> lines.add(passage(messages, found)));
        return lines;
    }

    /// The query as it was understood and looked for.
    public static List<String> query(Messages messages, Inspection inspection) {
        var how = inspection.how();
        List<String> lines = new ArrayList<>();
        lines.add(messages.get("explain.searched", how.searched().query()));
        for (String field : how.terms().stream().map(QueryTerm::field).distinct().toList()) {
            lines.add(
                    messages.get(
                            "explain.terms",
                            messages.get("explain.field." + field),
                            ListText.of(
                                    messages,
                                    how.terms().stream()
                                            .filter(term -> term.field().equals(field))
                                            .map(term -> term(messages, term))
                                            .toList())));
        }
        add(lines, messages, "explain.phrases", how.searched().within().phrases());
        add(lines, messages, "explain.absent", how.absent());
        add(lines, messages, "explain.excluded", inspection.query().excluded());
        add(
                lines,
                messages,
                "explain.filters",
                inspection.query().filters().stream().map(FileFilter::typed).toList());
        long words = Math.round(how.lexicalWeight() * 100);
        lines.add(messages.get("explain.weights", words, 100 - words));
        if (how.order() == Explanation.Order.RERANKED) {
            lines.add(messages.get("explain.reranked"));
        }
        add(
                lines,
                messages,
                "explain.added",
                how.added().stream().map(term -> String.join(" ", term.words())).toList());
        return lines;
    }

    private static void add(
            List<String> lines, Messages messages, String key, List<String> values) {
        if (!values.isEmpty()) {
            lines.add(messages.get(key, ListText.of(messages, values)));
        }
    }

    private static String term(Messages messages, QueryTerm term) {
        return messages.get("explain.term", String.join(" ", term.words()), term.passages());
    }

    /// The passages worth telling of: the hits, what was folded into them, and the next few.
    public static List<Inspected> passages(Inspection inspection) {
        List<Inspected> told = new ArrayList<>();
        int beyond = 0;
        for (Inspected found : inspection.passages()) {
            if (!(found.fate() instanceof Fate.TooLow) || beyond++ < BEYOND) {
                told.add(found);
            }
        }
        return told;
    }

    /// One passage: where it is, its ranks and scores, and what became of it.
    public static String passage(Messages messages, Inspected found) {
        RankedPassage ranked = found.hit().ranked();
        String place =
                messages.get(
                        "explain.place",
                        found.hit().source().path().toString(),
                        ranked.passage().page());
        return messages.get(
                "explain.passage", fate(messages, found), place, ranks(messages, found));
    }

    /// Its ranks and scores.
    public static String ranks(Messages messages, Inspected found) {
        RankedPassage ranked = found.hit().ranked();
        return messages.get(
                "explain.ranks",
                rank(ranked.lexicalRank()),
                rank(ranked.vectorRank()),
                number(ranked.score()),
                Double.isNaN(ranked.similarity()) ? "-" : number(ranked.similarity()));
    }

    /// What became of it.
    public static String fate(Messages messages, Inspected found) {
        return switch (found.fate()) {
            case Fate.Kept(int rank) -> messages.get("explain.fate." + found.evidence(), rank);
            case Fate.Folded _ -> messages.get("explain.fate.folded");
            case Fate.TooLow _ -> messages.get("explain.fate.too-low");
        };
    }

    private static String rank(OptionalInt rank) {
        return rank.isPresent() ? String.valueOf(rank.getAsInt()) : "-";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
