package org.fumikura.inference.engine;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.TokenCountEstimator;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.engine.Call.Urgency;
import org.fumikura.inference.thinking.ThoughtsApart;
import org.jspecify.annotations.Nullable;

/// A chat model in a worker process, as langchain4j's streaming model.
///
/// `chat` returns at once; the handler is called on the worker's thread. Failures reach `onError`
/// as [InferenceException]: `CONTEXT_OVERFLOW` before anything is computed, `WORKER_DIED` when the
/// process went away (the next request starts a new one), `MODEL_MISSING`, `MODEL_BROKEN`.
///
/// Stopping: [StreamingHandle#cancel()], from the first partial response's context or from
/// [#start(ChatRequest, StreamingChatResponseHandler)], from any thread. After it the handler is
/// called no more, neither for completion nor for error; the worker takes the next request after
/// the token or prefill step it is in, and keeps what it computed in its cache. [#stop()] stops
/// whatever runs, and its handler gets `onError` with `CANCELLED`.
///
/// The prompt is rendered with the template in the model's file. Temperature is 0 unless asked for.
/// A request shares its longest common beginning with the one before through the worker's cache and
/// computes only the rest. The answer carries the figures: token usage, and in
/// [AiMessage#attributes()] the keys below.
///
/// What a model thinks before it answers is told apart from the answer, as [ThoughtsApart] says.
///
/// Tools and JSON response formats are not supported and refused.
public final class LocalChatModel implements StreamingChatModel, AutoCloseable {
    /// Attribute of the answer: prompt tokens found in the cache, an [Integer].
    public static final String CACHED_TOKENS = "cached_tokens";

    /// Attribute of the answer: milliseconds from the request to the first text, waiting for other
    /// calls and for the model's loading included, a [Long].
    public static final String FIRST_TOKEN_MILLIS = "first_token_ms";

    /// Attribute of the answer: milliseconds from the request to its end, a [Long].
    public static final String TOTAL_MILLIS = "total_ms";

    /// Attribute of the answer: prompt tokens that were computed for it, an [Integer].
    public static final String PREFILLED_TOKENS = "prefilled_tokens";

    /// Attribute of the answer: tokens guessed ahead and checked, an [Integer].
    public static final String DRAFTED_TOKENS = "drafted_tokens";

    /// Attribute of the answer: guessed tokens that turned out right, an [Integer].
    public static final String ACCEPTED_TOKENS = "accepted_tokens";

    private static final int DEFAULT_OUTPUT_TOKENS = 512;

    /// Keys and values in half precision, attention computed in tiles.
    private static final String CACHE_FORM = "/kv-f16/flash";

    private final Worker worker;
    private final ChatRequestParameters defaults;
    private final AtomicReference<@Nullable Generation> running = new AtomicReference<>();
    private final Object prefill = new Object();

    /// Guarded by the lock above.
    private @Nullable Call prefilling;

    /// @param worker owned: closed with this model
    /// @param modelName reported in answers
    public LocalChatModel(Worker worker, String modelName) {
        this.worker = worker;
        this.defaults =
                ChatRequestParameters.builder()
                        .modelName(modelName)
                        .temperature(0.0)
                        .maxOutputTokens(DEFAULT_OUTPUT_TOKENS)
                        .build();
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return defaults;
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        begin(request, AnswerOptions.DEFAULT, handler);
    }

    /// As `chat`, and gives the handle at once, so that a long prefill can be stopped too.
    /// Listeners are not called.
    public StreamingHandle start(ChatRequest request, StreamingChatResponseHandler handler) {
        return start(request, AnswerOptions.DEFAULT, handler);
    }

    /// As above. What the runtime cannot do ends in `onError` with `UNSUPPORTED`, a grammar that
    /// does not parse with `GRAMMAR_INVALID`.
    public StreamingHandle start(
            ChatRequest request, AnswerOptions options, StreamingChatResponseHandler handler) {
        ChatRequest complete =
                ChatRequest.builder()
                        .messages(request.messages())
                        .parameters(defaults.overrideWith(request.parameters()))
                        .build();
        return begin(complete, options, handler);
    }

    private StreamingHandle begin(
            ChatRequest request, AnswerOptions options, StreamingChatResponseHandler handler) {
        Sampling sampling = sampling(request.parameters(), options);
        Generation generation = new Generation(new ThoughtsApart(handler), this::response);
        // What a prefill has computed stays in the cache: ending it never costs anything.
        stopPrefill();
        Call call =
                worker.submit(
                        new Request.Generate(
                                Turn.of(request.messages()), sampling, options.thinking()),
                        Urgency.NOW,
                        generation::text);
        running.set(generation);
        generation.follow(call);
        call.result().whenComplete((answer, failure) -> running.compareAndSet(generation, null));
        return generation;
    }

    /// Stops the running answer, if any; its handler's `onError` gets `CANCELLED`.
    public void stop() {
        Generation generation = running.get();
        if (generation != null) {
            generation.stop();
        }
    }

    /// Computes the conversation's beginning into the cache in the background, up to the end of the
    /// last message's text, so that the answer to a conversation which begins the same starts
    /// sooner. Returns at once; makes way for whatever a person waits for and goes on after it. A
    /// later prefill or request ends it early and keeps what it computed.
    ///
    /// @return completed when it has ended, early or with a failure too: both only mean a slower
    ///   start
    public CompletionStage<Void> prefill(List<ChatMessage> messages) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        synchronized (prefill) {
            stopPrefill();
            compute(new Request.Prefill(Turn.of(messages)), ended);
        }
        return ended;
    }

    private void compute(Request.Prefill request, CompletableFuture<Void> ended) {
        Call call = worker.submit(request, Urgency.LATER, text -> {});
        prefilling = call;
        call.result()
                .whenComplete((answer, failure) -> {
                    synchronized (prefill) {
                        if (call.equals(prefilling) && hasMadeWay(answer)) {
                            compute(request, ended);
                            return;
                        }
                    }
                    ended.complete(null);
                });
    }

    private static boolean hasMadeWay(@Nullable Response answer) {
        return answer instanceof Response.Generated generated
                && generated.stats().work().end() == Work.End.STOPPED;
    }

    private void stopPrefill() {
        synchronized (prefill) {
            Call earlier = prefilling;
            prefilling = null;
            if (earlier != null) {
                earlier.cancel();
            }
        }
    }

    /// Whether the runtime can do this. Starts the process if there is none: which runtime works is
    /// known only then.
    ///
    /// @throws InferenceException as [Worker#start()] says
    public boolean can(Capability capability) {
        if (worker.capabilities().isEmpty()) {
            worker.start();
        }
        return worker.capabilities().contains(capability);
    }

    /// How probable each candidate is as the beginning of the conversation's answer: the product of
    /// its tokens' probabilities, from 0 to 1. They need not add up to 1. The conversation stays in
    /// the cache, so another question about the same passages costs little.
    ///
    /// @param candidates none empty
    /// @return one number a candidate, in their order
    /// @throws InferenceException `UNSUPPORTED` if the runtime has no [Capability#PROBABILITIES],
    ///   `CONTEXT_OVERFLOW`, `WORKER_DIED`, `CANCELLED` if the waiting thread is interrupted
    public List<Double> probabilities(List<ChatMessage> messages, List<String> candidates) {
        return logProbabilities(messages, candidates).stream().map(Math::exp).toList();
    }

    /// As above, in natural logarithms: what a long text's probability, too small for a number, is
    /// told in.
    public List<Double> logProbabilities(List<ChatMessage> messages, List<String> candidates) {
        if (candidates.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("empty candidate");
        }
        stopPrefill();
        Request request = new Request.Weigh(Turn.of(messages), candidates);
        return switch (worker.submit(request, Urgency.NOW, text -> {}).await()) {
            case Response.Weighed weighed -> weighed.logProbabilities();
            case Response other -> throw new IllegalStateException("unexpected answer");
        };
    }

    /// Writes what is computed of the conversation in the cache to a file, so that [#restoreState]
    /// can go on from there without computing it again. The file holds what the conversation says.
    ///
    /// @param file replaced if it is there
    /// @throws InferenceException `UNSUPPORTED` if the runtime has no [Capability#SAVED_STATES],
    ///   `IO_FAILED`, `WORKER_DIED`
    public void saveState(Path file, StateSeal seal) {
        switch (worker.submit(new Request.Save(), Urgency.NOW, text -> {}).await()) {
            case Response.Saved saved -> new StateFile(file, seal).write(owner(), saved);
            case Response other -> throw new IllegalStateException("unexpected answer");
        }
    }

    /// Puts a saved conversation into the cache in place of what is there.
    ///
    /// @return how many tokens the cache holds now
    /// @throws InferenceException `STATE_DAMAGED` or `STATE_FOREIGN` if the file is not what this
    ///   model, on this version of this runtime, wrote; `UNSUPPORTED`, `IO_FAILED`, `WORKER_DIED`
    public int restoreState(Path file, StateSeal seal) {
        stopPrefill();
        Request request = new StateFile(file, seal).read(owner());
        return switch (worker.submit(request, Urgency.NOW, text -> {}).await()) {
            case Response.Restored restored -> restored.tokens();
            case Response other -> throw new IllegalStateException("unexpected answer");
        };
    }

    /// Whose states these are: the model, the adapter and the cache's own form.
    private String owner() {
        WorkerSettings settings = worker.settings();
        return FileIdentity.of(settings.model())
                + settings.adapter().map(file -> "+" + FileIdentity.of(file)).orElse("")
                + CACHE_FORM;
    }

    /// The same model for callers that wait for the whole answer. Interrupting the waiting thread
    /// stops the answer.
    public ChatModel blocking() {
        return blocking(AnswerOptions.DEFAULT);
    }

    /// As above, with every answer under these options.
    public ChatModel blocking(AnswerOptions options) {
        return new BlockingChatModel(this, options);
    }

    /// Counts with this model's tokenizer; messages as its template writes them.
    public TokenCountEstimator tokenCounts() {
        return new LocalTokenCountEstimator(worker);
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

    private static Sampling sampling(ChatRequestParameters parameters, AnswerOptions options) {
        if (!parameters.toolSpecifications().isEmpty()) {
            throw new UnsupportedFeatureException("tools");
        }
        if (parameters.responseFormat() != null
                && parameters.responseFormat().type() != ResponseFormatType.TEXT) {
            throw new UnsupportedFeatureException("response format");
        }
        return new Sampling(
                Objects.requireNonNullElse(parameters.maxOutputTokens(), DEFAULT_OUTPUT_TOKENS),
                Objects.requireNonNullElse(parameters.temperature(), 0.0),
                Objects.requireNonNullElse(parameters.topP(), 1.0),
                Objects.requireNonNullElse(parameters.topK(), 0),
                parameters.stopSequences(),
                options.grammar().orElse(null),
                options.drafting());
    }

    private ChatResponse response(
            String text, Response.Generated generated, long firstMillis, long totalMillis) {
        GenerationStats stats = generated.stats();
        AiMessage message =
                AiMessage.builder()
                        .text(text)
                        .attributes(
                                Map.of(
                                        CACHED_TOKENS,
                                        stats.work().cached(),
                                        PREFILLED_TOKENS,
                                        stats.work().prefilled(),
                                        DRAFTED_TOKENS,
                                        stats.work().drafted(),
                                        ACCEPTED_TOKENS,
                                        stats.work().accepted(),
                                        FIRST_TOKEN_MILLIS,
                                        firstMillis,
                                        TOTAL_MILLIS,
                                        totalMillis))
                        .build();
        return ChatResponse.builder()
                .aiMessage(message)
                .metadata(
                        ChatResponseMetadata.builder()
                                .modelName(defaults.modelName())
                                .tokenUsage(
                                        new TokenUsage(
                                                stats.promptTokens(), stats.work().generated()))
                                .finishReason(
                                        stats.work().end() == Work.End.CUT_OFF
                                                ? FinishReason.LENGTH
                                                : FinishReason.STOP)
                                .build())
                .build();
    }
}
