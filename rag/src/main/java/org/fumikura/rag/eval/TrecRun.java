package org.fumikura.rag.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// The rankings of many questions, as trec_eval reads and orders them: by score, which it keeps as
/// a single-precision number, ties by id backwards.
///
/// @param rankings question id to what was found, best first
public record TrecRun(SequencedMap<String, List<Hit>> rankings) {
    private static final Comparator<Hit> ORDER =
            Comparator.comparing((Hit hit) -> (float) hit.score())
                    .thenComparing(Hit::id)
                    .reversed();

    /// A text found, with its score.
    public record Hit(String id, double score) {}

    private record Line(String question, Hit hit) {}

    public TrecRun {
        SequencedMap<String, List<Hit>> ordered = new LinkedHashMap<>();
        rankings.forEach(
                (question, hits) -> ordered.put(question, hits.stream().sorted(ORDER).toList()));
        rankings = ordered;
    }

    /// Reads a run file: question, `Q0`, text, rank, score, name; the rank is ignored.
    ///
    /// @throws org.fumikura.rag.RagException `EVALUATION_SET_BROKEN` with the file and the line
    public static TrecRun read(Path file) {
        SequencedMap<String, List<Hit>> rankings = new LinkedHashMap<>();
        JsonLines.lines(file, TrecRun::line)
                .forEach(line ->
                        rankings.computeIfAbsent(line.question(), _ -> new ArrayList<>())
                                .add(line.hit()));
        return new TrecRun(rankings);
    }

    private static Line line(String line) {
        String[] columns = line.strip().split("\\s+");
        if (columns.length != 6) {
            throw new IllegalArgumentException("not six columns");
        }
        return new Line(columns[0], new Hit(columns[2], Double.parseDouble(columns[4])));
    }

    /// Writes the run as such a file.
    ///
    /// @param name names the run in every line
    public void write(Path file, String name) {
        List<String> lines = new ArrayList<>();
        rankings.forEach((question, hits) -> {
            for (int i = 0; i < hits.size(); i++) {
                Hit hit = hits.get(i);
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "%s Q0 %s %d %.9g %s",
                                question,
                                hit.id(),
                                i + 1,
                                hit.score(),
                                name));
            }
        });
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /// What was found for a question, best first; empty if it was not asked.
    public List<Hit> ranking(String question) {
        return rankings.getOrDefault(question, List.of());
    }

    /// The mean metrics over the judged questions; one that found nothing counts as zero.
    public RankingMetrics metrics(Map<String, Map<String, Integer>> judgements) {
        return RankingMetrics.mean(
                judgements.entrySet().stream()
                        .map(judged ->
                                RankingMetrics.of(
                                        ranking(judged.getKey()).stream().map(Hit::id).toList(),
                                        judged.getValue()))
                        .toList());
    }
}
