package org.fumikura.inference.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.gguf.GgufWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// What every native runtime must do alike; each has a subclass.
@TestInstance(Lifecycle.PER_CLASS)
abstract class RuntimeContract {
    private static final String YES_OR_NO = "root ::= \"yes\" | \"no\"";

    /// Any run of the letters of 池は緑, each of which is several tokens of a small vocabulary.
    private static final String A_STRETCH =
            """
            root ::= u0 | u1 | u2
            u0 ::= "池" u1?
            u1 ::= "は" u2?
            u2 ::= "緑"
            """;

    @TempDir static Path natives;
    @TempDir Path folder;

    private final AtomicReference<@Nullable LocalChatModel> opened = new AtomicReference<>();

    /// The settings that make a worker use the runtime.
    abstract WorkerSettings on(WorkerSettings settings);

    abstract RuntimeKind kind();

    @BeforeAll
    void open() {
        opened.set(chat(settings(TestModels.chat())));
    }

    @AfterAll
    void close() {
        model().close();
    }

    LocalChatModel model() {
        LocalChatModel model = opened.get();
        if (model == null) {
            throw new IllegalStateException("not opened");
        }
        return model;
    }

    WorkerSettings settings(Path model) {
        return on(WorkerSettings.chat(model, natives).withContextTokens(1024));
    }

    static LocalChatModel chat(WorkerSettings settings) {
        return new LocalChatModel(new Worker(settings), "small");
    }

    static ChatRequest request(int maxTokens, ChatMessage... messages) {
        return ChatRequest.builder().messages(messages).maxOutputTokens(maxTokens).build();
    }

    static String text(ChatResponse response) {
        return response.aiMessage().text();
    }

    static int figure(ChatResponse response, String key) {
        return response.aiMessage().attributes().get(key) instanceof Number number
                ? number.intValue()
                : -1;
    }

    static Code failure(WorkerSettings settings) {
        try (Worker worker = new Worker(settings)) {
            return assertThrows(InferenceException.class, worker::start).code();
        }
    }

    static Code failure(Executable call) {
        return assertThrows(InferenceException.class, call).code();
    }

    @Test
    void saysWhichRuntimeItIs() {
        model().worker().start();
        RuntimeInUse runtime = model().worker().runtime().orElseThrow();
        assertEquals(kind(), runtime.kind());
        assertTrue(runtime.fault().isEmpty(), runtime::toString);
        assertEquals("CPU", runtime.version().backend());
    }

    @Test
    void streamsTheAnswer() throws Exception {
        Recorder recorder = new Recorder();
        model().chat(request(12, UserMessage.from("Count from one to ten.")), recorder);
        ChatResponse response = recorder.response();
        assertTrue(recorder.pieces.size() > 1, () -> "pieces: " + recorder.pieces);
        assertEquals(String.join("", recorder.pieces), text(response));
        assertEquals(12, response.tokenUsage().outputTokenCount());
    }

    @Test
    void japaneseComesInWholeCharacters() throws Exception {
        Recorder recorder = new Recorder();
        model().chat(request(40, UserMessage.from("Repeat: 東京都港区の灯台")), recorder);
        assertFalse(text(recorder.response()).contains("\uFFFD"));
        assertTrue(recorder.pieces.stream().noneMatch(piece -> piece.contains("\uFFFD")));
    }

    @Test
    void stopsAtAStopStringAndLeavesItOut() {
        ChatRequest request =
                request(40, UserMessage.from("Repeat: red, green, blue")).toBuilder()
                        .stopSequences(List.of("green"))
                        .build();
        assertFalse(text(model().blocking().chat(request)).contains("green"));
    }

    @Test
    void stopsWhenToldAndServesOn() throws Exception {
        Recorder recorder =
                new Recorder((count, context) -> {
                    if (count == 2) {
                        model().stop();
                    }
                });
        model().chat(request(300, UserMessage.from("Tell a very long story.")), recorder);
        InferenceException error = assertInstanceOf(InferenceException.class, recorder.error());
        assertEquals(Code.CANCELLED, error.code());
        assertFalse(text(model().blocking().chat(request(3, UserMessage.from("Hi")))).isEmpty());
    }

    @Test
    void templateWritesTheRolesAndCountsThem() {
        ChatMessage[] messages = {SystemMessage.from("Be brief."), UserMessage.from("Hello")};
        int counted = model().tokenCounts().estimateTokenCountInMessages(List.of(messages));
        ChatResponse response = model().blocking().chat(request(1, messages));
        assertEquals(response.tokenUsage().inputTokenCount(), counted);
        // ChatML: three marks and a role name around each text, and the answer's beginning.
        assertTrue(counted >= 15 && counted <= 24, "counted " + counted);
    }

    @Test
    void followUpComputesOnlyWhatIsNew() {
        SystemMessage passage =
                SystemMessage.from("The lighthouse is forty metres high. ".repeat(9));
        model().blocking().chat(request(4, passage, UserMessage.from("How high?")));
        ChatResponse second =
                model().blocking().chat(request(4, passage, UserMessage.from("When built?")));
        int cached = figure(second, LocalChatModel.CACHED_TOKENS);
        int prefilled = figure(second, LocalChatModel.PREFILLED_TOKENS);
        assertEquals(second.tokenUsage().inputTokenCount(), cached + prefilled);
        assertTrue(prefilled < 20, "prefilled " + prefilled);
    }

    @Test
    void grammarHoldsTheAnswer() {
        AnswerOptions options = AnswerOptions.DEFAULT.within(YES_OR_NO);
        String answer =
                text(model().blocking(options).chat(request(8, UserMessage.from("Is water wet?"))));
        assertTrue(List.of("yes", "no").contains(answer), answer);
    }

    @Test
    void grammarHoldsTheAnswerToAStretchOfASentence() {
        AnswerOptions options = AnswerOptions.DEFAULT.within(A_STRETCH);
        String answer =
                text(model().blocking(options).chat(request(24, UserMessage.from("池は何色？"))));
        assertTrue(!answer.isEmpty() && "池は緑".contains(answer), answer);
    }

    @Test
    void badGrammarIsRefusedAndTheWorkerLives() {
        model().worker().start();
        long pid = model().worker().pid().orElseThrow();
        for (String grammar : List.of("root ::= (", "nonsense", "root ::= missing", "  ")) {
            AnswerOptions options = AnswerOptions.DEFAULT.within(grammar);
            Code code =
                    failure(() ->
                            model().blocking(options).chat(request(4, UserMessage.from("Hello"))));
            assertEquals(Code.GRAMMAR_INVALID, code, grammar);
        }
        assertFalse(text(model().blocking().chat(request(3, UserMessage.from("Hi")))).isEmpty());
        assertEquals(pid, model().worker().pid().orElseThrow());
    }

    @Test
    void probabilitiesOrAClearRefusal() {
        List<ChatMessage> question = List.of(UserMessage.from("The capital of France is"));
        model().worker().start();
        if (model().worker().capabilities().contains(Capability.PROBABILITIES)) {
            List<Double> found =
                    model().probabilities(question, List.of("The capital of France", "Xylophone"));
            assertEquals(2, found.size());
            assertTrue(found.get(0) > 10 * found.get(1), found::toString);
            assertTrue(found.stream().allMatch(p -> p >= 0 && p <= 1), found::toString);
        } else {
            assertEquals(
                    Code.UNSUPPORTED,
                    failure(() -> model().probabilities(question, List.of("Paris"))));
        }
    }

    @Test
    void savedStateOrAClearRefusal() {
        Path file = folder.resolve("state");
        UserMessage passage = UserMessage.from("Ardmore's keeper was Brendan Quill. ".repeat(6));
        model().blocking().chat(request(12, passage));
        // A cached prompt's last token is computed alone, which rounds otherwise than among others.
        ChatResponse before = model().blocking().chat(request(12, passage));
        if (!model().worker().capabilities().contains(Capability.SAVED_STATES)) {
            assertEquals(Code.UNSUPPORTED, failure(() -> model().saveState(file, StateSeal.NONE)));
            assertFalse(Files.exists(file));
            return;
        }
        model().saveState(file, StateSeal.NONE);
        model().blocking().chat(request(2, UserMessage.from("Something else")));
        assertTrue(model().restoreState(file, StateSeal.NONE) > 60);
        ChatResponse after = model().blocking().chat(request(12, passage));
        assertEquals(text(before), text(after));
        assertTrue(figure(after, LocalChatModel.PREFILLED_TOKENS) <= 1);
    }

    @Test
    void adapterChangesTheAnswer() throws Exception {
        Path adapter = TestAdapter.write(folder.resolve("lora.gguf"));
        ChatRequest request = request(12, UserMessage.from("What is a harbour?"));
        try (LocalChatModel adapted = chat(settings(TestModels.chat()).withAdapter(adapter))) {
            assertNotEquals(
                    text(model().blocking().chat(request)), text(adapted.blocking().chat(request)));
        }
    }

    @Test
    void whatIsNoAdapterIsRefused() throws Exception {
        Path text = Files.writeString(folder.resolve("a.gguf"), "no adapter".repeat(20));
        assertEquals(Code.ADAPTER_BROKEN, failure(settings(TestModels.chat()).withAdapter(text)));
        assertEquals(
                Code.ADAPTER_BROKEN,
                failure(settings(TestModels.chat()).withAdapter(TestModels.embedder())));
    }

    @Test
    void truncatedModelIsBroken() throws Exception {
        Path file = Files.copy(TestModels.chat(), folder.resolve("cut.gguf"));
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(10 << 20);
        }
        assertEquals(Code.MODEL_BROKEN, failure(settings(file)));
    }

    @Test
    void whatIsNoModelIsBroken() throws Exception {
        Path file = Files.writeString(folder.resolve("a.gguf"), "This is no model.".repeat(9));
        assertEquals(Code.MODEL_NOT_GGUF, failure(settings(file)));
    }

    @Test
    void unknownNetworkIsToldOrTakenAsBroken() throws Exception {
        Path file = folder.resolve("unknown.gguf");
        try (var arena = Arena.ofConfined()) {
            new GgufWriter()
                    .text("general.architecture", "perceptron")
                    .tensor("w", List.of(32L), GgufWriter.TensorType.F32, arena.allocate(128))
                    .write(file);
        }
        assertEquals(unknownNetwork(), failure(settings(file)));
    }

    /// What the runtime can tell of a network it does not know.
    abstract Code unknownNetwork();

    @Test
    void embedderDoesNotChat() {
        Code code =
                failure(() -> {
                    try (LocalChatModel embedder = chat(settings(TestModels.embedder()))) {
                        embedder.blocking().chat(request(3, UserMessage.from("Hello")));
                    }
                });
        assertTrue(
                List.of(Code.MODEL_UNSUITABLE, Code.TEMPLATE_UNKNOWN).contains(code),
                code.toString());
    }

    @Test
    void embedsManyTextsInOrder() {
        WorkerSettings settings = on(WorkerSettings.embedding(TestModels.embedder(), 512, natives));
        try (LocalEmbeddingModel embedder =
                new LocalEmbeddingModel(new Worker(settings), "e5", TestModels.traits())) {
            List<TextSegment> texts =
                    IntStream.range(0, 40)
                            .mapToObj(i ->
                                    TextSegment.from(
                                            "Ship " + i + " ".repeat(i % 3) + "cargo ".repeat(i)))
                            .toList();
            var vectors = embedder.passages().embedAll(texts).content();
            assertEquals(40, vectors.size());
            for (int i : new int[] {0, 17, 39}) {
                var alone = embedder.passages().embed(texts.get(i)).content();
                assertTrue(CosineSimilarity.between(alone, vectors.get(i)) > 0.999, "text " + i);
            }
        }
    }
}
