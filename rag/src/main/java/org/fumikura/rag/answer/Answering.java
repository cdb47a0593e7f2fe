package org.fumikura.rag.answer;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fumikura.rag.answer.GroundedAnswerer.Steps;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.jspecify.annotations.Nullable;

/// One answer in the making. Runs on the answerer's thread until the model has ended; the model's
/// own thread brings the words meanwhile, and the thread that stops it may bring the end.
final class Answering implements Runnable, Answerer.Pending, StreamingChatResponseHandler {
    /// Where the engine says how much of the prompt it had read before.
    private static final String CACHED_TOKENS = "cached_tokens";

    private Question question;
    private final Consumer<AnswerEvent> listener;
    private final Supplier<Steps> prepare;
    private final Language language;
    private final Grounding grounding;
    private final Telling telling;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final long started = System.nanoTime();

    private volatile boolean stopped;
    private volatile @Nullable WritingModel model;

    private List<Hit> hits = List.of();
    private long retrieveMs;
    private long firstTokenMs;
    private String searched = "";
    private @Nullable ChatResponse response;
    private String modelName = "";
    private @Nullable EvidenceReading reading;
    private final Deque<Supplier<EvidenceReading>> wider = new ArrayDeque<>();
    private @Nullable AnswerDraft draft;
    private @Nullable Disagreement disagreement;
    private String before = "";
    private final Thoughts thoughts = new Thoughts();

    Answering(Question question, Consumer<AnswerEvent> listener, Supplier<Steps> prepare) {
        this.question = question;
        this.listener = listener;
        this.prepare = prepare;
        this.language = question.language();
        this.grounding = question.manner().grounding();
        this.telling = new Telling(() -> this.question, listener);
    }

    @Override
    public CompletableFuture<Answer> answer() {
        return answer;
    }

    @Override
    public void stop() {
        stopped = true;
        WritingModel writing = model;
        // Once this answer has ended, the model writes for another.
        if (writing != null && !answer.isDone()) {
            writing.control().stop();
        }
    }

    @Override
    public void run() {
        try {
            answer(prepare.get());
            ended.await();
            if (!answer.isDone()) {
                conclude();
            }
        } catch (InterruptedException closing) {
            stop();
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            fail(fault);
        }
    }

    private void answer(Steps steps) {
        understand(steps);
        Findings found = steps.searching().find(question);
        hits = found.hits();
        searched = found.inPlaceOf(question);
        retrieveMs = millis();
        listener.accept(new AnswerEvent.Found(hits));
        boolean relevant = steps.relevance().isGiven(found.query(), hits);
        if (stopped || (!relevant && grounding == Grounding.STRICT)) {
            finish(stopped ? Answer.Verdict.STOPPED : Answer.Verdict.ABSTAINED);
            return;
        }
        WritingModel writing = steps.model().get();
        model = writing;
        modelName = writing.name();
        Trials.ensure(writing, listener, () -> stopped);
        if (!stopped && !Judge.isHeard(writing) && writing.entailment().get().isEmpty()) {
            listener.accept(new AnswerEvent.CheckedByWords());
        }
        OfferedEvidence offered =
                relevant ? steps.selection().select(found.query(), hits) : OfferedEvidence.NONE;
        for (ChosenEvidence read : steps.readings(question, offered)) {
            wider.add(() -> EvidenceReading.of(steps, writing, question, found, read));
        }
        disagreement = new Disagreement(steps.terms(), steps.splitter(), found.query());
        EvidenceReading first = wider.remove().get();
        reading = first;
        draft = first.drafts().get();
        writing.chat()
                .chat(
                        ChatRequest.builder()
                                .messages(first.prompt().messages())
                                .temperature(writing.temperature())
                                .maxOutputTokens(
                                        steps.settings().answerTokens()
                                                + writing.control().thinkingTokens())
                                .build(),
                        this);
        if (stopped) {
            // Stopped before the model had begun, when there was nothing yet to stop.
            stop();
        }
    }

    /// Makes a question that stands alone of one that leans on the turns before it.
    private void understand(Steps steps) {
        if (!FollowUp.leans(question, steps.terms())) {
            return;
        }
        WritingModel writing = steps.model().get();
        model = writing;
        new Rewriting(steps.terms())
                .rewrite(
                        question,
                        messages ->
                                stopped
                                        ? Optional.empty()
                                        : Saying.of(writing, messages, Rewriting.TOKENS))
                .ifPresent(meaning -> {
                    question = question.understoodAs(meaning);
                    listener.accept(new AnswerEvent.Understood(meaning));
                });
    }

    @Override
    public synchronized void onPartialResponse(
            PartialResponse part, PartialResponseContext context) {
        if (stopped || hasEnded()) {
            return;
        }
        if (firstTokenMs == 0) {
            firstTokenMs = millis();
        }
        AnswerDraft open = draft();
        telling.tell(open, open.append(part.text()));
        telling.draft(open.open());
        if (open.hasRunOut()) {
            context.streamingHandle().cancel();
            ended.countDown();
        }
    }

    @Override
    public synchronized void onPartialThinking(
            PartialThinking part, PartialThinkingContext context) {
        if (!stopped && !hasEnded()) {
            thoughts.add(part.text());
            listener.accept(new AnswerEvent.Thought(part.text()));
        }
    }

    @Override
    public synchronized void onCompleteResponse(ChatResponse complete) {
        if (hasEnded()) {
            return;
        }
        if (Thoughts.isAllIn(complete) && !stopped) {
            fail(Thoughts.unfinished());
            return;
        }
        try {
            takeBackThoughts(complete);
            telling.tell(draft(), draft().end());
            response = complete;
            ended.countDown();
        } catch (RuntimeException fault) {
            fail(fault);
        }
    }

    @Override
    public synchronized void onError(Throwable fault) {
        if (hasEnded()) {
            return;
        }
        if (stopped) {
            telling.tell(draft(), draft().end());
            ended.countDown();
        } else {
            fail(
                    fault instanceof RuntimeException known
                            ? known
                            : new IllegalStateException(fault));
        }
    }

    private void takeBackThoughts(ChatResponse complete) {
        if (thoughts.cameLateIn(complete)) {
            AnswerDraft afresh = reading().drafts().get();
            afresh.append(Thoughts.said(complete));
            draft = afresh;
        }
    }

    private boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /// The last word is written: the model is free again, and looks at what it wrote. Where that
    /// says nothing it reads on.
    private void conclude() {
        take(reading().review().of(draft(), () -> stopped));
        while (!stopped && draft().saysNothing() && !wider.isEmpty()) {
            reading = wider.remove().get();
            reading().answer(() -> stopped).ifPresent(this::take);
        }
        finish(stopped ? Answer.Verdict.STOPPED : draft().verdict());
    }

    private void take(Review.Reviewed reviewed) {
        draft = reviewed.draft();
        before = reviewed.before();
    }

    private void finish(Answer.Verdict verdict) {
        Shown shown = shown(verdict);
        Optional<EvidenceReading> read = Optional.ofNullable(reading);
        var finished =
                new Answer(
                        question.text(),
                        searched,
                        shown.text(),
                        language,
                        verdict,
                        shown.sentences(),
                        shown.sentences().isEmpty() ? List.of() : draft().citations(),
                        hits,
                        modelName,
                        timings(),
                        read.map(r -> r.prompt().user()).orElse(""),
                        reply(verdict, shown),
                        new Remarks(
                                question.understood().orElse(""),
                                before,
                                shown.leftOut(),
                                contradictions(shown),
                                shown.sentences().isEmpty() ? List.of() : reading().alternatives(),
                                thoughts.text(),
                                read.flatMap(r -> r.evidence().whole())));
        listener.accept(new AnswerEvent.Finished(finished));
        answer.complete(finished);
        ended.countDown();
    }

    private Shown shown(Answer.Verdict verdict) {
        AnswerDraft written = draft;
        return written == null || verdict == Answer.Verdict.ABSTAINED
                ? Shown.NOTHING
                : Shown.of(grounding, written.sentences());
    }

    private List<Contradiction> contradictions(Shown shown) {
        Disagreement among = disagreement;
        return among == null || shown.sentences().isEmpty() ? List.of() : among.among(hits);
    }

    /// What was not shown is not repeated to the model either: it would believe it.
    private String reply(Answer.Verdict verdict, Shown shown) {
        AnswerDraft said = draft;
        if (said == null) {
            return "";
        }
        return switch (verdict) {
            case ANSWERED, STOPPED -> shown.leftOut().isEmpty() ? said.raw() : shown.plain();
            case ABSTAINED -> PromptWording.of(language, grounding).refusal();
        };
    }

    private Timings timings() {
        int promptTokens = 0;
        int generated = 0;
        int cached = 0;
        ChatResponse complete = response;
        if (complete != null) {
            TokenUsage usage = complete.tokenUsage();
            if (usage != null) {
                promptTokens = orZero(usage.inputTokenCount());
                generated = orZero(usage.outputTokenCount());
            }
            if (complete.aiMessage().attributes().get(CACHED_TOKENS) instanceof Number count) {
                cached = count.intValue();
            }
        }
        return new Timings(retrieveMs, firstTokenMs, millis(), promptTokens, cached, generated);
    }

    private void fail(RuntimeException fault) {
        listener.accept(new AnswerEvent.Failed(fault));
        answer.completeExceptionally(fault);
        ended.countDown();
    }

    private EvidenceReading reading() {
        EvidenceReading read = reading;
        if (read == null) {
            throw new IllegalStateException("nothing is read yet");
        }
        return read;
    }

    private AnswerDraft draft() {
        AnswerDraft open = draft;
        if (open == null) {
            throw new IllegalStateException("the model speaks before it was asked");
        }
        return open;
    }

    private long millis() {
        return (System.nanoTime() - started) / 1_000_000;
    }

    private static int orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }
}
