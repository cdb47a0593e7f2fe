package org.fumikura.app.bench;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.TokenUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.RuntimePreference;
import org.fumikura.inference.engine.AnswerOptions;
import org.fumikura.inference.engine.Capability;
import org.fumikura.inference.engine.LocalChatModel;
import org.fumikura.inference.engine.LocalEmbeddingModel;
import org.fumikura.inference.engine.RuntimeVersion;
import org.fumikura.inference.engine.Worker;
import org.jspecify.annotations.Nullable;

/// Measures the chosen models on one runtime, in worker processes of their own, as answers use
/// them.
final class EngineBench {
    /// About the prompt of an answer: instructions, evidence, question.
    private static final int EVIDENCE_LENGTH = 2300;

    private static final int ANSWER_TOKENS = 64;

    /// The seed of the passages that are quoted from.
    private static final int QUOTED = 3;

    private static final int PASSAGE_LENGTH = 900;
    private static final int PASSAGES = 32;
    private static final int PAIRS = 5;
    private static final double NANOS = 1e9;

    private final LocalModels models;
    private final SampleText samples;
    private final Consumer<BenchStage> stages;

    /// @param models borrowed
    EngineBench(LocalModels models, SampleText samples, Consumer<BenchStage> stages) {
        this.models = models;
        this.samples = samples;
        this.stages = stages;
    }

    BenchReport.Engine measure(RuntimePreference on) {
        try (LocalChatModel chat = models.openChat(on);
                LocalEmbeddingModel embedder = models.openEmbedder(on)) {
            return measure(chat, embedder);
        }
    }

    private BenchReport.Engine measure(LocalChatModel chat, LocalEmbeddingModel embedder) {
        stages.accept(BenchStage.LOAD);
        long start = System.nanoTime();
        chat.worker().start();
        long load = millisSince(start);

        stages.accept(BenchStage.COLD);
        List<ChatMessage> first = prompt(1);
        ChatResponse cold = ask(chat, first, AnswerOptions.DEFAULT.withoutDrafting());

        stages.accept(BenchStage.WARM);
        List<ChatMessage> followUp =
                List.of(
                        first.get(0),
                        first.get(1),
                        cold.aiMessage(),
                        UserMessage.from("Which of these facts matters most, and why?"));
        ChatResponse warm = ask(chat, followUp);

        stages.accept(BenchStage.TYPED);
        List<ChatMessage> typed = prompt(2);
        int typedTokens = chat.tokenCounts().estimateTokenCountInMessages(typed);
        start = System.nanoTime();
        chat.prefill(typed).toCompletableFuture().join();
        double prefill = typedTokens / secondsSince(start);
        ChatResponse known = ask(chat, typed);

        stages.accept(BenchStage.CROWDED);
        long delay = crowdedDelay(chat, embedder, followUp);

        stages.accept(BenchStage.LOOKUP);
        BenchReport.Lookup lookup = lookup(chat);
        Long memory = residentMegabytes(chat.worker().pid());

        stages.accept(BenchStage.EMBED);
        return new BenchReport.Engine(
                runtime(chat),
                models.chosen(ModelCard.Role.CHAT).id(),
                cold.tokenUsage().inputTokenCount(),
                Rounded.tenth(prefill),
                Rounded.tenth(decoded(cold)),
                firstMillis(cold),
                firstMillis(warm),
                firstMillis(known),
                delay,
                Rounded.tenth(embedded(embedder.passages())),
                load,
                memory,
                lookup);
    }

    /// How much longer a person waits for the first text because passages are being embedded: the
    /// median over pairs of questions, one of each asked while the embedder rests.
    private long crowdedDelay(
            LocalChatModel chat, LocalEmbeddingModel embedder, List<ChatMessage> conversation) {
        embedder.worker().start();
        waitForFirstText(chat, conversation, -1);
        long[] delays = new long[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            long alone = waitForFirstText(chat, conversation, 2 * pair);
            CompletableFuture<Void> background =
                    CompletableFuture.runAsync(() -> embedder.passages().embedAll(passages()));
            while (embedder.worker().state() != Worker.State.BUSY && !background.isDone()) {
                Thread.onSpinWait();
            }
            delays[pair] = waitForFirstText(chat, conversation, 2 * pair + 1) - alone;
            background.join();
        }
        Arrays.sort(delays);
        return delays[PAIRS / 2];
    }

    private static long waitForFirstText(
            LocalChatModel chat, List<ChatMessage> conversation, int number) {
        List<ChatMessage> messages = new ArrayList<>(conversation);
        messages.set(
                messages.size() - 1,
                UserMessage.from(
                        "Question " + number + ": which of these facts matters most, and why?"));
        long start = System.nanoTime();
        chat.blocking(AnswerOptions.DEFAULT)
                .chat(ChatRequest.builder().messages(messages).maxOutputTokens(1).build());
        return millisSince(start);
    }

    private List<TextSegment> passages() {
        return IntStream.range(0, PASSAGES)
                .mapToObj(i -> TextSegment.from(samples.english(i, PASSAGE_LENGTH)))
                .toList();
    }

    /// An answer that repeats what it was given, written plainly and with guesses from the prompt;
    /// null where the runtime does not guess.
    private BenchReport.@Nullable Lookup lookup(LocalChatModel chat) {
        if (!chat.worker().capabilities().contains(Capability.LOOKUP)) {
            return null;
        }
        List<ChatMessage> quoting =
                List.of(
                        SystemMessage.from("You answer from the passages the user gives."),
                        UserMessage.from(
                                samples.english(QUOTED, EVIDENCE_LENGTH)
                                        + "\n\nQuote the sentences that hold a number, word for word."));
        ChatResponse plain = ask(chat, quoting, AnswerOptions.DEFAULT.withoutDrafting());
        ChatResponse guessed = ask(chat, quoting, AnswerOptions.DEFAULT);
        return new BenchReport.Lookup(
                Rounded.tenth(decoded(plain)),
                Rounded.tenth(decoded(guessed)),
                plain.aiMessage().text().equals(guessed.aiMessage().text()));
    }

    /// Prompts of different seeds differ from their first words on, so that nothing is shared.
    private List<ChatMessage> prompt(long seed) {
        return List.of(
                SystemMessage.from(
                        "Part " + seed + ". You answer from the passages the user gives."),
                UserMessage.from(
                        samples.english(seed, EVIDENCE_LENGTH)
                                + "\n\nSummarise these passages in five long sentences."));
    }

    private static ChatResponse ask(LocalChatModel chat, List<ChatMessage> messages) {
        return ask(chat, messages, AnswerOptions.DEFAULT);
    }

    private static ChatResponse ask(
            LocalChatModel chat, List<ChatMessage> messages, AnswerOptions options) {
        return chat.blocking(options)
                .chat(
                        ChatRequest.builder()
                                .messages(messages)
                                .maxOutputTokens(ANSWER_TOKENS)
                                .build());
    }

    private static String runtime(LocalChatModel chat) {
        RuntimeVersion version = chat.worker().runtime().orElseThrow().version();
        return version.name() + " " + version.version();
    }

    private double embedded(EmbeddingModel embedder) {
        List<TextSegment> texts = passages();
        // The first calls load the model and touch its buffers.
        embedder.embedAll(texts);
        long start = System.nanoTime();
        TokenUsage usage = embedder.embedAll(texts).tokenUsage();
        double seconds = secondsSince(start);
        return usage == null ? 0 : usage.inputTokenCount() / seconds;
    }

    private static double decoded(ChatResponse response) {
        long millis = attribute(response, LocalChatModel.TOTAL_MILLIS) - firstMillis(response);
        int after = response.tokenUsage().outputTokenCount() - 1;
        return millis > 0 ? after * 1000.0 / millis : 0;
    }

    private static long firstMillis(ChatResponse response) {
        return attribute(response, LocalChatModel.FIRST_TOKEN_MILLIS);
    }

    private static long attribute(ChatResponse response, String name) {
        AiMessage message = response.aiMessage();
        return message.attributes().get(name) instanceof Number number ? number.longValue() : 0;
    }

    /// What the process has in memory, the model's mapped file included; null where the system does
    /// not say.
    private static @Nullable Long residentMegabytes(OptionalLong pid) {
        Path status = Path.of("/proc", Long.toString(pid.orElse(0)), "status");
        if (!Files.isReadable(status)) {
            return null;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(null);
        } catch (IOException ended) {
            return null;
        }
    }

    private static long millisSince(long start) {
        return Math.round(secondsSince(start) * 1000);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / NANOS;
    }
}
