package org.fumikura.inference.memory;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ChatMessageType;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.engine.AnswerOptions;
import org.fumikura.inference.engine.Capability;
import org.fumikura.inference.engine.LocalChatModel;
import org.fumikura.inference.engine.StateSeal;
import org.fumikura.inference.memory.StateFolder.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A local chat model that takes conversations up where they were left: before it computes a
/// prompt, it looks for the longest beginning of it that was kept, and after an answer it keeps the
/// conversation. A conversation's earlier state goes when the later one is there.
///
/// Where the runtime cannot save states, or the disk fails, it is the plain model. Safe for several
/// threads.
public final class RememberingChatModel implements StreamingChatModel, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RememberingChatModel.class);

    /// Instructions, a question and its answer.
    private static final int SHORTEST = 3;

    private final LocalChatModel model;
    private final StateFolder states;
    private final StateSeal seal;
    private final ExecutorService keeping =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("state-keeper").daemon().factory());

    /// What the process's cache begins with.
    private List<Spoken> computed = List.of();

    private OptionalLong process = OptionalLong.empty();

    /// @param model borrowed
    /// @param seal what states pass through on their way to the disk
    public RememberingChatModel(LocalChatModel model, StateFolder states, StateSeal seal) {
        this.model = model;
        this.states = states;
        this.seal = seal;
    }

    /// The model behind it.
    public LocalChatModel model() {
        return model;
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return model.defaultRequestParameters();
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        List<Spoken> conversation = Spoken.of(request.messages());
        recall(request.messages(), conversation);
        model.doChat(request, new Keeping(handler, conversation));
    }

    /// The same model for requests that nobody comes back to: nothing is recalled or kept for them.
    public StreamingChatModel unremembered() {
        return unremembered(AnswerOptions.DEFAULT);
    }

    /// The same with options for every request.
    public StreamingChatModel unremembered(AnswerOptions options) {
        return new Unremembered(options);
    }

    /// Computes the conversation's beginning in the background, as [LocalChatModel#prefill] says.
    public void read(List<ChatMessage> messages) {
        recall(messages, Spoken.of(messages));
        var _ = model.prefill(messages);
    }

    /// As [LocalChatModel#probabilities]; a conversation that is being kept is kept first.
    public List<Double> probabilities(List<ChatMessage> messages, List<String> candidates) {
        passBy(messages);
        return model.probabilities(messages, candidates);
    }

    /// Something else than a conversation is about to take the process's cache.
    private void passBy(List<ChatMessage> messages) {
        CompletableFuture.runAsync(() -> {}, keeping).join();
        synchronized (this) {
            computed = Spoken.of(messages);
        }
    }

    /// Ends keeping; what is being kept is finished within seconds or given up.
    @Override
    public void close() {
        keeping.shutdownNow();
    }

    private synchronized void recall(List<ChatMessage> messages, List<Spoken> conversation) {
        try {
            if (!canKeep()) {
                return;
            }
            int warm = Spoken.shared(computed, conversation);
            Optional<Kept> kept = states.longest(name(), conversation, warm + 1);
            if (kept.isPresent()) {
                restore(kept.get(), conversation);
            } else if (warm == 0 && conversation.getFirst().by() == ChatMessageType.SYSTEM) {
                keepInstructions(messages.getFirst(), conversation.getFirst());
            }
            computed = conversation;
        } catch (InferenceException fault) {
            // The request itself will meet the same fault and tell it.
            LOG.debug("Nothing was recalled: {}", fault.code());
        }
    }

    /// Whether the process can save states; one is started if there is none.
    private boolean canKeep() {
        boolean can = model.can(Capability.SAVED_STATES);
        OptionalLong now = model.worker().pid();
        if (!now.equals(process)) {
            process = now;
            computed = List.of();
        }
        return can;
    }

    private void restore(Kept kept, List<Spoken> conversation) {
        try {
            model.restoreState(kept.file(), seal);
        } catch (InferenceException useless) {
            LOG.info("A saved state is of no use: {}", useless.code());
            states.drop(name(), conversation.subList(0, kept.messages()));
        }
    }

    /// The instructions begin every conversation: they are computed by themselves once, and kept.
    private void keepInstructions(ChatMessage message, Spoken spoken) {
        model.prefill(List.of(message)).toCompletableFuture().join();
        save(List.of(spoken));
    }

    private void keep(List<Spoken> conversation) {
        if (conversation.size() < SHORTEST) {
            return;
        }
        try {
            save(conversation);
            List<Spoken> before = conversation.subList(0, conversation.size() - 2);
            if (before.size() >= SHORTEST) {
                states.drop(name(), before);
            }
        } catch (InferenceException fault) {
            LOG.debug("Nothing was kept: {}", fault.code());
        }
    }

    private void save(List<Spoken> conversation) {
        try {
            model.saveState(states.place(name(), conversation), seal);
            states.trim();
        } catch (IOException fault) {
            LOG.warn("States cannot be kept: {}", fault.getClass().getSimpleName());
        }
    }

    private String name() {
        return String.valueOf(model.worker().settings().model().getFileName());
    }

    private synchronized void answered(List<Spoken> conversation) {
        computed = conversation;
        if (model.worker().capabilities().contains(Capability.SAVED_STATES)) {
            try {
                keeping.execute(() -> keep(conversation));
            } catch (RejectedExecutionException closed) {
                LOG.debug("Closed before the answer was kept");
            }
        }
    }

    private final class Unremembered implements StreamingChatModel {
        private final AnswerOptions options;

        Unremembered(AnswerOptions options) {
            this.options = options;
        }

        @Override
        public ChatRequestParameters defaultRequestParameters() {
            return model.defaultRequestParameters();
        }

        @Override
        public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
            passBy(request.messages());
            var _ = model.start(request, options, handler);
        }
    }

    /// Passes everything on, and keeps the conversation once it is answered.
    private final class Keeping implements StreamingChatResponseHandler {
        private final StreamingChatResponseHandler handler;
        private final List<Spoken> asked;

        Keeping(StreamingChatResponseHandler handler, List<Spoken> asked) {
            this.handler = handler;
            this.asked = asked;
        }

        @Override
        public void onPartialResponse(PartialResponse part, PartialResponseContext context) {
            handler.onPartialResponse(part, context);
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            var conversation = new ArrayList<>(asked);
            conversation.addAll(Spoken.of(List.of(response.aiMessage())));
            answered(conversation);
            handler.onCompleteResponse(response);
        }

        @Override
        public void onError(Throwable fault) {
            handler.onError(fault);
        }
    }
}
