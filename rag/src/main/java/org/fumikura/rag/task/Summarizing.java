package org.fumikura.rag.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Assignment;
import org.fumikura.rag.answer.CheckedText;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Excerpt;
import org.fumikura.rag.answer.GroundedWriting;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.task.TaskEvent.Step;
import org.fumikura.rag.task.TaskResult.Digest;

/// Summaries and comparisons in two steps: of each part the main facts, each attributed to its
/// place; then of those places one text. What is joined are the document's own sentences that were
/// cited, never what the model made of them: no error is passed on.
final class Summarizing {
    private static final int MOST_ROUNDS = 8;

    private final TaskRun run;
    private final GroundedWriting writing;
    private final Gathered gathered = new Gathered();
    private final List<AnswerSentence> points = new ArrayList<>();

    private Summarizing(TaskRun run, GroundedWriting writing) {
        this.run = run;
        this.writing = writing;
    }

    static Digest summarize(TaskRun run, TaskDocument document) {
        try (var writing = run.writing()) {
            return new Summarizing(run, writing).summary(document);
        }
    }

    static Digest compare(TaskRun run, List<TaskDocument> documents) {
        try (var writing = run.writing()) {
            return new Summarizing(run, writing).comparison(documents);
        }
    }

    private Digest summary(TaskDocument document) {
        Language language = document.language();
        List<List<Excerpt>> parts = parts(whole(document));
        if (parts.size() <= 1) {
            var lead = new ArrayList<AnswerSentence>();
            run.each(
                    Step.READING,
                    parts,
                    part -> lead.addAll(gathered.all(write(TaskWording.facts(language), part))));
            return new Digest(lead, List.of(), gathered.citations());
        }
        List<Excerpt> found = read(parts, language);
        List<Excerpt> last = narrow(found, language, run.settings().partTokens());
        return new Digest(
                joined(TaskWording.summary(language), last), points, gathered.citations());
    }

    private Digest comparison(List<TaskDocument> documents) {
        Language language = documents.getFirst().language();
        int share = run.settings().partTokens() / documents.size();
        var evidence = new ArrayList<Excerpt>();
        for (TaskDocument document : documents) {
            List<Excerpt> whole = whole(document);
            evidence.addAll(
                    size(whole) <= share
                            ? whole
                            : narrow(read(parts(whole), language), language, share));
        }
        return new Digest(
                joined(TaskWording.comparison(language), evidence), points, gathered.citations());
    }

    private static List<Excerpt> whole(TaskDocument document) {
        return document.passages().stream()
                .map(passage -> new Excerpt(passage, document.source()))
                .toList();
    }

    private List<List<Excerpt>> parts(List<Excerpt> excerpts) {
        return parts(excerpts, run.settings().partTokens());
    }

    private List<List<Excerpt>> parts(List<Excerpt> excerpts, int budget) {
        return Parts.of(excerpts, excerpt -> run.tokens(excerpt.shown()), budget);
    }

    private int size(List<Excerpt> excerpts) {
        return excerpts.stream().mapToInt(excerpt -> run.tokens(excerpt.shown())).sum();
    }

    /// The main facts of each part, kept as points.
    ///
    /// @return the sentences of the document that bear them out
    private List<Excerpt> read(List<List<Excerpt>> parts, Language language) {
        var found = new ArrayList<Excerpt>();
        run.each(
                Step.READING,
                parts,
                part -> {
                    CheckedText facts = write(TaskWording.facts(language), part);
                    points.addAll(gathered.supported(facts));
                    found.addAll(cited(part, facts));
                });
        return found;
    }

    /// Reads what was found again, in rounds, until it fits.
    private List<Excerpt> narrow(List<Excerpt> found, Language language, int budget) {
        List<Excerpt> left = found;
        for (int round = 0; round < MOST_ROUNDS && size(left) > budget; round++) {
            var next = new ArrayList<Excerpt>();
            run.each(
                    Step.JOINING,
                    parts(left),
                    part -> next.addAll(cited(part, write(TaskWording.facts(language), part))));
            if (run.sign().isRaised() || next.isEmpty() || size(next) >= size(left)) {
                break;
            }
            left = next;
        }
        List<List<Excerpt>> fitting = parts(left, budget);
        return fitting.isEmpty() ? List.of() : fitting.getFirst();
    }

    /// One text from what was found. If nothing bears out any of it, there is none.
    private List<AnswerSentence> joined(Assignment assignment, List<Excerpt> found) {
        var lead = new ArrayList<AnswerSentence>();
        if (!found.isEmpty()) {
            run.each(
                    Step.JOINING,
                    List.of(found),
                    all -> lead.addAll(gathered.all(write(assignment, all))));
        }
        return lead.stream().anyMatch(sentence -> sentence.support() == Support.SUPPORTED)
                ? lead
                : List.of();
    }

    private CheckedText write(Assignment assignment, List<Excerpt> excerpts) {
        return writing.write(assignment, excerpts, run.sign());
    }

    /// What of the excerpts a text cites: of each passage the cited stretches, in order.
    private static List<Excerpt> cited(List<Excerpt> excerpts, CheckedText text) {
        Map<PassageId, SortedMap<Integer, Integer>> stretches = new HashMap<>();
        for (Citation citation : text.citations()) {
            stretches
                    .computeIfAbsent(citation.passage(), _ -> new TreeMap<>())
                    .merge(citation.span().start(), citation.span().end(), Math::max);
        }
        var cited = new ArrayList<Excerpt>();
        for (Excerpt excerpt : excerpts) {
            Passage passage = excerpt.passage();
            SortedMap<Integer, Integer> own = stretches.get(passage.id());
            if (own != null) {
                cited.add(new Excerpt(passage, excerpt.source(), shown(passage, own)));
            }
        }
        return cited;
    }

    private static String shown(Passage passage, SortedMap<Integer, Integer> stretches) {
        var shown = new StringBuilder();
        int told = passage.span().start();
        for (var stretch : stretches.entrySet()) {
            int from = Math.max(stretch.getKey(), told);
            if (stretch.getValue() > from) {
                shown.append(shown.isEmpty() ? "" : " ");
                shown.append(
                        new Span(from, stretch.getValue())
                                .shift(-passage.span().start())
                                .of(passage.text()));
                told = stretch.getValue();
            }
        }
        return shown.toString();
    }
}
