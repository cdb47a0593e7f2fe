package org.fumikura.inference.remote;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;

/// A model on another machine that turns text into vectors, of unit length. Failures are
/// [org.fumikura.inference.InferenceException]s with one of the codes that begin with `ENDPOINT`.
/// May be used from any thread.
public final class RemoteEmbeddingModel implements EmbeddingModel {
    private static final int BATCH = 32;

    private final Endpoint endpoint;
    private final OpenAiEmbeddingModel client;

    /// The model of an endpoint, with its key.
    public RemoteEmbeddingModel(EndpointStore store, Endpoint endpoint, RemoteTimeouts timeouts) {
        this.endpoint = endpoint;
        var builder =
                OpenAiEmbeddingModel.builder()
                        .httpClientBuilder(RemoteHttp.client(timeouts))
                        .baseUrl(endpoint.address().toString())
                        .modelName(endpoint.model())
                        .maxSegmentsPerBatch(BATCH)
                        .maxRetries(0)
                        .timeout(timeouts.answer());
        store.key(endpoint).ifPresent(builder::apiKey);
        this.client = builder.build();
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        try {
            Response<List<Embedding>> response = client.embedAll(segments);
            response.content().forEach(Embedding::normalize);
            return response;
        } catch (RuntimeException fault) {
            throw RemoteFaults.of(fault, endpoint);
        }
    }

    @Override
    public int dimension() {
        return endpoint.dimension();
    }

    @Override
    public String modelName() {
        return endpoint.label();
    }
}
