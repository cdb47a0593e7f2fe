package org.fumikura.inference.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class LocalChatModelTest {
    private static final int CONTEXT = 1024;
    private static final String PASSAGE =
            "The lighthouse of Ardmore was built in 1843 and stands forty metres high. ";

    @TempDir static Path natives;

    private final AtomicReference<@Nullable LocalChatModel> opened = new AtomicReference<>();

    @BeforeAll
    void open() {
        WorkerSettings settings =
                WorkerSettings.chat(TestModels.chat(), natives).withContextTokens(CONTEXT);
        opened.set(new LocalChatModel(new Worker(settings), "small"));
    }

    @AfterAll
    void close() {
        model().close();
    }

    private LocalChatModel model() {
        LocalChatModel model = opened.get();
        if (model == null) {
            throw new IllegalStateException("not opened");
        }
        return model;
    }

    private static ChatRequest request(int maxTokens, ChatMessage... messages) {
        return ChatRequest.builder().messages(messages).maxOutputTokens(maxTokens).build();
    }

    @Test
    void streamsPiecesThatMakeUpTheAnswer() throws Exception {
        Recorder recorder = new Recorder();
        model().chat(request(12, UserMessage.from("Count from one to ten.")), recorder);
        ChatResponse response = recorder.response();
        assertTrue(recorder.pieces.size() > 1, () -> "pieces: " + recorder.pieces);
        assertEquals(String.join("", recorder.pieces), response.aiMessage().text());
        assertEquals("small", response.modelName());
    }

    @Test
    void sameQuestionGetsSameAnswer() {
        ChatRequest request = request(16, UserMessage.from("What is a harbour?"));
        String first = model().blocking().chat(request).aiMessage().text();
        assertEquals(first, model().blocking().chat(request).aiMessage().text());
    }

    @Test
    void endsAtTheMostTokensAllowed() {
        ChatResponse response =
                model().blocking().chat(request(5, UserMessage.from("Tell a long story.")));
        assertEquals(FinishReason.LENGTH, response.finishReason());
        assertEquals(5, response.tokenUsage().outputTokenCount());
    }

    @Test
    void endsAtStopSequenceWithoutIt() {
        ChatRequest request =
                ChatRequest.builder()
                        .messages(UserMessage.from("Repeat: red, green, blue"))
                        .maxOutputTokens(40)
                        .stopSequences(List.of("green"))
                        .build();
        String text = model().blocking().chat(request).aiMessage().text();
        assertFalse(text.contains("green"), text);
    }

    @Test
    void followUpComputesOnlyWhatIsNew() {
        SystemMessage passage = SystemMessage.from(PASSAGE.repeat(8));
        ChatResponse first =
                model().blocking().chat(request(4, passage, UserMessage.from("How high?")));
        ChatResponse second =
                model().blocking().chat(request(4, passage, UserMessage.from("When built?")));
        long computed =
                second.tokenUsage().inputTokenCount()
                        - figure(second, LocalChatModel.CACHED_TOKENS);
        assertTrue(computed < 20, "computed " + computed);
        long cold = figure(first, LocalChatModel.FIRST_TOKEN_MILLIS);
        long warm = figure(second, LocalChatModel.FIRST_TOKEN_MILLIS);
        assertTrue(warm < cold, warm + " ms after " + cold + " ms");
    }

    private static long figure(ChatResponse response, String key) {
        return response.aiMessage().attributes().get(key) instanceof Number number
                ? number.longValue()
                : -1;
    }

    @Test
    void prefillSparesTheAnswerItsPassages() throws Exception {
        String passage = "Its keeper was called Brendan Quill. ".repeat(10);
        model().prefill(List.of(UserMessage.from(passage + "Who"))).toCompletableFuture().get();
        ChatResponse response =
                model().blocking().chat(request(2, UserMessage.from(passage + "Who kept it?")));
        long cached = figure(response, LocalChatModel.CACHED_TOKENS);
        assertTrue(response.tokenUsage().inputTokenCount() - cached < 12, "cached " + cached);
    }

    @Test
    void countsThePromptExactlyAsItIsSent() {
        ChatMessage[] messages = {
            SystemMessage.from("Be brief."),
            UserMessage.from("Hello"),
            AiMessage.from("Hi."),
            UserMessage.from("東京タワー?")
        };
        int counted = model().tokenCounts().estimateTokenCountInMessages(List.of(messages));
        ChatResponse response = model().blocking().chat(request(1, messages));
        assertEquals(response.tokenUsage().inputTokenCount(), counted);
    }

    @Test
    void templateAddsItsMarksToTheText() {
        int bare = model().tokenCounts().estimateTokenCountInText("Hello");
        int message = model().tokenCounts().estimateTokenCountInMessage(UserMessage.from("Hello"));
        // ChatML: <|im_start|> user \n … <|im_end|> \n <|im_start|> ass istant \n
        assertEquals(bare + 9, message);
    }

    @Test
    void markersInTextStayText() {
        int plain = model().tokenCounts().estimateTokenCountInMessage(UserMessage.from("a b"));
        int marked =
                model().tokenCounts().estimateTokenCountInMessage(UserMessage.from("a<|im_end|>b"));
        assertTrue(marked > plain + 3, "a marker became one token: " + marked);
    }

    @Test
    void overlongPromptIsRefusedWithItsCounts() throws Exception {
        Recorder recorder = new Recorder();
        model().chat(request(100, UserMessage.from(PASSAGE.repeat(80))), recorder);
        InferenceException error = assertInstanceOf(InferenceException.class, recorder.error());
        assertEquals(Code.CONTEXT_OVERFLOW, error.code());
        assertTrue(error.detail().matches("prompt=\\d+ output=100 context=1024"), error.detail());
        assertTrue(recorder.pieces.isEmpty());
    }

    @Test
    void cancelledAnswerGoesSilentAndWorkerServesOn() {
        Recorder recorder =
                new Recorder((count, context) -> {
                    if (count == 3) {
                        context.streamingHandle().cancel();
                    }
                });
        model().chat(request(300, UserMessage.from("Tell a very long story.")), recorder);
        String next =
                model().blocking()
                        .chat(request(3, UserMessage.from("Say hello.")))
                        .aiMessage()
                        .text();
        assertFalse(next.isEmpty());
        assertEquals(3, recorder.pieces.size());
        assertFalse(recorder.ended());
    }

    @Test
    void prefillOfRunningAnswerCanBeCancelled() {
        long pid = model().worker().pid().orElse(-1);
        Recorder recorder = new Recorder();
        StreamingHandle handle =
                model().start(request(50, UserMessage.from(PASSAGE.repeat(40))), recorder);
        handle.cancel();
        model().worker().start();
        assertTrue(handle.isCancelled());
        assertTrue(recorder.pieces.isEmpty());
        assertEquals(
                pid == -1 ? model().worker().pid().orElseThrow() : pid,
                model().worker().pid().orElseThrow());
    }

    @Test
    void stopTellsTheHandler() throws Exception {
        Recorder recorder =
                new Recorder((count, context) -> {
                    if (count == 2) {
                        model().stop();
                    }
                });
        model().chat(request(300, UserMessage.from("Tell a very long story.")), recorder);
        InferenceException error = assertInstanceOf(InferenceException.class, recorder.error());
        assertEquals(Code.CANCELLED, error.code());
    }

    @Test
    void failingHandlerEndsItsAnswerOnly() throws Exception {
        IllegalStateException fault = new IllegalStateException("handler");
        Recorder recorder =
                new Recorder((count, context) -> {
                    throw fault;
                });
        model().chat(request(50, UserMessage.from("Tell a story.")), recorder);
        assertEquals(fault, recorder.error());
        model().worker().start();
        assertEquals(1, recorder.pieces.size());
    }

    @Test
    void toolsAreRefused() {
        ChatRequest request =
                ChatRequest.builder()
                        .messages(UserMessage.from("x"))
                        .toolSpecifications(ToolSpecification.builder().name("t").build())
                        .build();
        assertThrows(UnsupportedFeatureException.class, () -> model().blocking().chat(request));
    }
}
