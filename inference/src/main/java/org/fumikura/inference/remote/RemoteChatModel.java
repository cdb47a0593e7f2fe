package org.fumikura.inference.remote;

import dev.langchain4j.model.TokenCountEstimator;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.concurrent.atomic.AtomicReference;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.thinking.ThoughtsApart;
import org.jspecify.annotations.Nullable;

/// A model on another machine that writes answers. Every failure reaches the handler as an
/// [InferenceException] with one of the codes that begin with `ENDPOINT`, `CANCELLED` after
/// [#stop()]. May be used from any thread.
public final class RemoteChatModel implements StreamingChatModel {
    private final Endpoint endpoint;
    private final RemoteTimeouts timeouts;
    private final OpenAiStreamingChatModel client;
    private final AtomicReference<@Nullable RemoteAnswer> current = new AtomicReference<>();

    /// The model of an endpoint, with its key.
    public RemoteChatModel(EndpointStore store, Endpoint endpoint, RemoteTimeouts timeouts) {
        this.endpoint = endpoint;
        this.timeouts = timeouts;
        var builder =
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(RemoteHttp.client(timeouts))
                        .baseUrl(endpoint.address().toString())
                        .modelName(endpoint.model())
                        .timeout(timeouts.answer())
                        .returnThinking(true);
        store.key(endpoint).ifPresent(builder::apiKey);
        this.client = builder.build();
    }

    /// Where it is and what it is called.
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return client.defaultRequestParameters();
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        var answer = new RemoteAnswer(endpoint, new ThoughtsApart(handler));
        current.set(answer);
        answer.watch(timeouts.answer());
        try {
            client.doChat(request, answer);
        } catch (RuntimeException fault) {
            answer.onError(fault);
        }
    }

    /// Ends what is being written; its handler hears `CANCELLED`. The connection is given up with
    /// the next piece that comes.
    public void stop() {
        RemoteAnswer answer = current.get();
        if (answer != null) {
            answer.onError(new InferenceException(Code.CANCELLED, endpoint.id()));
        }
    }

    /// Counts tokens, about: the model itself cannot be asked.
    public TokenCountEstimator tokenCounts() {
        return new RemoteTokenCounts();
    }
}
