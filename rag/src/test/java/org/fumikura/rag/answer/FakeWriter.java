package org.fumikura.rag.answer;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.ChatResponseMetadata;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.TokenUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;

/// Stands in for a chat model beyond the module's wall: on a thread of its own it writes what it
/// was told to, word by word, then ends, fails, or waits to be stopped.
final class FakeWriter implements StreamingChatModel {
    /// What its answers are asked for with.
    static final double TEMPERATURE = 0.25;

    /// How many tokens it may think for, if it does.
    static final int THINKING_TOKENS = 1000;

    private static final String ANSWERED = "contain the answer to this question";
    private static final String SHORTENING = "Which words of this answer name what was asked for?";

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private volatile String thoughts = "";
    private volatile String unseen = "";
    private volatile String shortened = "";
    private final AtomicInteger shortenings = new AtomicInteger();
    private final AtomicInteger repliesAtOnce = new AtomicInteger();
    private final Optional<RuntimeException> fault;
    private final CountDownLatch patience;
    private final Map<String, Double> opinions = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final BlockingQueue<List<ChatMessage>> read = new LinkedBlockingQueue<>();
    private final List<ChatRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<StreamingChatResponseHandler> writingFor = ConcurrentHashMap.newKeySet();

    private FakeWriter(String text, Optional<RuntimeException> fault, CountDownLatch patience) {
        texts.add(text);
        this.fault = fault;
        this.patience = patience;
    }

    static FakeWriter writing(String text) {
        return new FakeWriter(text, Optional.empty(), new CountDownLatch(0));
    }

    static FakeWriter failingAfter(String text, RuntimeException fault) {
        return new FakeWriter(text, Optional.of(fault), new CountDownLatch(0));
    }

    /// After `text` it waits for [#stop].
    static FakeWriter neverEndingAfter(String text) {
        return new FakeWriter(text, Optional.empty(), new CountDownLatch(1));
    }

    /// Before each text it thinks this.
    FakeWriter thinking(String thought) {
        thoughts = thought;
        return this;
    }

    /// Only once it has written does it turn out that the beginning of it was a thought.
    FakeWriter havingThoughtUnseen(String beginning) {
        unseen = beginning;
        return this;
    }

    /// Asked for another reply, it writes `text`; asked for more, that again.
    FakeWriter then(String text) {
        texts.add(text);
        return this;
    }

    /// Asked whether the passages show `sentence`, it says yes with this probability; of others it
    /// cannot tell.
    FakeWriter holding(String sentence, double probability) {
        opinions.put(sentence, probability);
        return this;
    }

    /// Asked whether the passages contain the answer to a question, it says yes with this
    /// probability.
    FakeWriter holdingQuestionsAnswered(double probability) {
        opinions.put(ANSWERED, probability);
        return this;
    }

    /// Asked for the words of an answer that were asked for, it writes these. That is no call.
    FakeWriter shortening(String words) {
        shortened = words;
        return this;
    }

    /// How often it was asked for the words of an answer that were asked for.
    int shortenings() {
        return shortenings.get();
    }

    /// What it was given next to read ahead, waited for.
    List<ChatMessage> nextRead() throws InterruptedException {
        List<ChatMessage> messages = read.poll(20, TimeUnit.SECONDS);
        if (messages == null) {
            throw new AssertionError("nothing was given to read ahead");
        }
        return messages;
    }

    /// Whether it has nothing more to read ahead.
    boolean hasReadAll() {
        return read.isEmpty();
    }

    /// What it was asked, in order.
    List<ChatRequest> requests() {
        return List.copyOf(requests);
    }

    /// How often it was asked.
    int calls() {
        return calls.get();
    }

    /// An answerer that this writes for, over what was found.
    GroundedAnswerer answerer(Hit... hits) {
        List<Hit> found = List.of(hits);
        return new GroundedAnswerer(
                request -> found.stream().map(Hit::ranked).toList(),
                id ->
                        found.stream()
                                .filter(hit -> hit.ranked().passage().id().document().equals(id))
                                .map(Hit::source)
                                .findFirst(),
                this::model,
                AnswerSettings.LAPTOP);
    }

    /// Its answer to `question` over what was found, waited for.
    Answer answer(Question question, Consumer<AnswerEvent> listener, Hit... hits) {
        try (GroundedAnswerer answerer = answerer(hits)) {
            return answerer.ask(question, listener).answer().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    WritingModel model() {
        return new WritingModel(
                "Fake",
                this,
                TEMPERATURE,
                new TokenCount(),
                control(),
                Calibrations.known(Calibration.REFERENCE));
    }

    GroundedAnswerer.Control control() {
        return new GroundedAnswerer.Control() {
            @Override
            public void stop() {
                FakeWriter.this.stop();
            }

            @Override
            public void read(List<ChatMessage> messages) {
                read.add(messages);
            }

            @Override
            public Optional<StreamingChatModel> atOnce() {
                return thoughts.isEmpty() ? Optional.empty() : Optional.of(new AtOnce());
            }

            @Override
            public int thinkingTokens() {
                return thoughts.isEmpty() ? 0 : THINKING_TOKENS;
            }

            @Override
            public Optional<List<Double>> probabilities(
                    List<ChatMessage> messages, List<String> replies) {
                String asked = messages.getLast().toString();
                return opinions.entrySet().stream()
                        .filter(opinion ->
                                (opinion.getKey().equals(ANSWERED) && asked.contains(ANSWERED))
                                        || asked.contains("nswer: " + opinion.getKey())
                                        || asked.contains("Statement: " + opinion.getKey()))
                        .map(opinion -> List.of(opinion.getValue(), 1 - opinion.getValue()))
                        .findFirst();
            }
        };
    }

    void stop() {
        for (StreamingChatResponseHandler handler : writingFor) {
            if (writingFor.remove(handler)) {
                handler.onError(new IllegalStateException("stopped"));
            }
        }
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        reply(thoughts, request, handler);
    }

    private static boolean isShortening(ChatRequest request) {
        return request.messages().getLast().toString().contains(SHORTENING);
    }

    private void reply(String thought, ChatRequest request, StreamingChatResponseHandler handler) {
        writingFor.add(handler);
        if (isShortening(request)) {
            shortenings.incrementAndGet();
            Thread.ofVirtual().start(() -> write("", shortened, handler));
        } else {
            String text = texts.get(Math.min(calls.getAndIncrement(), texts.size() - 1));
            requests.add(request);
            Thread.ofVirtual().start(() -> write(thought, text, handler));
        }
    }

    /// How often it was asked to reply without thinking.
    int repliesAtOnce() {
        return repliesAtOnce.get();
    }

    private final class AtOnce implements StreamingChatModel {
        @Override
        public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
            repliesAtOnce.addAndGet(isShortening(request) ? 0 : 1);
            reply("", request, handler);
        }
    }

    private void write(String thought, String text, StreamingChatResponseHandler handler) {
        var handle = new Handle();
        for (String word : thought.splitWithDelimiters(" ", -1)) {
            if (!word.isEmpty()) {
                handler.onPartialThinking(
                        new PartialThinking(word), new PartialThinkingContext(handle));
            }
        }
        var context = new PartialResponseContext(handle);
        for (String word : text.splitWithDelimiters(" ", -1)) {
            if (handle.isCancelled()) {
                return;
            }
            if (!word.isEmpty()) {
                handler.onPartialResponse(new PartialResponse(word), context);
            }
        }
        try {
            patience.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        if (!handle.isCancelled() && writingFor.remove(handler)) {
            fault.ifPresentOrElse(
                    handler::onError,
                    () -> handler.onCompleteResponse(response(thought + unseen, text)));
        }
    }

    private ChatResponse response(String thought, String text) {
        return ChatResponse.builder()
                .aiMessage(
                        AiMessage.builder()
                                .text(
                                        text.startsWith(unseen)
                                                ? text.substring(unseen.length())
                                                : text)
                                .thinking(thought.isEmpty() ? null : thought)
                                .attributes(Map.of("cached_tokens", 7))
                                .build())
                .metadata(ChatResponseMetadata.builder().tokenUsage(new TokenUsage(50, 9)).build())
                .build();
    }

    private static final class Handle implements StreamingHandle {
        private final AtomicBoolean cancelled = new AtomicBoolean();

        @Override
        public void cancel() {
            cancelled.set(true);
        }

        @Override
        public boolean isCancelled() {
            return cancelled.get();
        }
    }
}
