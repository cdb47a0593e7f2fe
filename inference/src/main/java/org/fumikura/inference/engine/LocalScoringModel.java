package org.fumikura.inference.engine;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import java.util.List;
import org.fumikura.inference.engine.Call.Urgency;

/// A reranker in a worker process: scores how well passages answer a question, on its own scale,
/// higher is better. Needs a current llama.cpp; without one a call fails with `UNSUPPORTED`. May be
/// called from several threads; interrupting a waiting one stops its call with `CANCELLED`.
public final class LocalScoringModel implements ScoringModel, AutoCloseable {
    private final Worker worker;
    private final int maxTokens;

    /// @param worker owned: closed with this model
    /// @param maxTokens tokens of question and passage together; a longer passage is cut
    public LocalScoringModel(Worker worker, int maxTokens) {
        this.worker = worker;
        this.maxTokens = maxTokens;
    }

    @Override
    public Response<List<Double>> scoreAll(List<TextSegment> passages, String question) {
        Request request =
                new Request.Score(
                        question, passages.stream().map(TextSegment::text).toList(), maxTokens);
        return switch (worker.submit(request, Urgency.NOW, _ -> {}).await()) {
            case org.fumikura.inference.engine.Response.Scored scored ->
                    Response.from(scored.scores());
            case org.fumikura.inference.engine.Response _ ->
                    throw new IllegalStateException("unexpected answer");
        };
    }

    /// The process behind this model.
    public Worker worker() {
        return worker;
    }

    /// Ends the worker process. Later calls fail with `CLOSED`.
    @Override
    public void close() {
        worker.close();
    }
}
