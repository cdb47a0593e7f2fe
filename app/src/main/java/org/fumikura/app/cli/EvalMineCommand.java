package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.rag.eval.QuestionSetFiles;
import org.fumikura.rag.eval.SettingComparison.Row;
import org.fumikura.rag.eval.SettingComparison.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eval mine`: the person's own question set, put to the library in every setting.
@Command(
        name = "mine",
        mixinStandardHelpOptions = true,
        description =
                "Compare settings of search on your own questions, judged in the window, by file and page.")
final class EvalMineCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "One JSON line a setting.")
    private boolean json;

    @Option(
            names = "--import",
            paramLabel = "DIR",
            description = "First read queries.jsonl and qrels.tsv into the set.")
    private @Nullable Path imported;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description =
                    "Then write the set with the text of every page, as eval retrieval reads it; DIR must not be there yet.")
    private @Nullable Path exported;

    EvalMineCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (exported != null && Files.exists(exported)) {
            session.console().note(session.text("cli.archive.exists", exported.toString()));
            return ExitCode.USAGE;
        }
        return session.with(this::evaluate);
    }

    private int evaluate(Composition services) {
        Console console = session.console();
        if (imported != null) {
            int read = QuestionSetFiles.read(imported, services.questions());
            console.note(session.text("questions.imported", read, imported.toString()));
        }
        if (exported != null) {
            int written =
                    QuestionSetFiles.write(
                            services.questions().all(), services.library(), exported);
            console.note(session.text("questions.exported", written, exported.toString()));
        }
        Table table =
                services.comparison()
                        .run(
                                services.questions().all(),
                                (done, total) ->
                                        console.progress(
                                                session.text("questions.comparing", done, total)),
                                () -> false);
        if (!json) {
            console.print(RowJson.HEADER);
        }
        table.rows().stream()
                .map(row -> RowJson.of(row, table.questions()))
                .forEach(row -> {
                    if (json) {
                        console.print(row);
                    } else {
                        console.print(row.line());
                    }
                });
        console.note(session.text("questions.compared", table.questions(), table.leftOut()));
        return ExitCode.DONE;
    }

    /// What `eval mine --json` prints for each setting.
    record RowJson(
            String setting,
            int questions,
            @JsonProperty("hit@1") double hit1,
            @JsonProperty("hit@5") double hit5,
            double mrr,
            @JsonProperty("ndcg@10") double ndcg,
            @JsonProperty("p50_ms") double p50) {
        static final String HEADER = "setting            hit@1   hit@5     mrr  ndcg@10    p50 ms";

        static RowJson of(Row row, int questions) {
            return new RowJson(
                    row.setting().name().name().toLowerCase(Locale.ROOT),
                    questions,
                    row.metrics().hit1(),
                    row.metrics().hit5(),
                    row.metrics().mrr(),
                    row.metrics().ndcg10(),
                    row.p50Millis());
        }

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%-16s %7.4f %7.4f %7.4f  %7.4f  %8.2f",
                    setting,
                    hit1,
                    hit5,
                    mrr,
                    ndcg,
                    p50);
        }
    }
}
