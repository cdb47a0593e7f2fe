package org.fumikura.rag.answer;

import dev.langchain4j.data.message.ChatMessage;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.fumikura.rag.answer.GroundedAnswerer.Steps;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the model read for a question while it is typed. The prompt ends with the question, so all
/// that comes before it (instructions, conversation, evidence) is read by the time of Enter, unless
/// the last words typed have changed what was found.
final class ReadingAhead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingAhead.class);

    private final Supplier<Steps> steps;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("reading-ahead").daemon().factory());

    private long latest;
    private List<ChatMessage> reading = List.of();

    ReadingAhead(Supplier<Steps> steps) {
        this.steps = steps;
    }

    /// Follows the newest draft; one that has not begun is passed over.
    synchronized void follow(Question draft) {
        long turn = ++latest;
        thread.execute(() -> read(draft, turn));
    }

    /// A question is asked: its request ends what is being read, and nothing is begun after it.
    synchronized void forget() {
        latest++;
        reading = List.of();
    }

    private synchronized boolean isLatest(long turn) {
        return latest == turn;
    }

    private synchronized void begin(long turn, WritingModel writing, List<ChatMessage> messages) {
        if (isLatest(turn) && !messages.equals(reading)) {
            reading = messages;
            writing.control().read(messages);
        }
    }

    private void read(Question draft, long turn) {
        try {
            if (isLatest(turn)) {
                read(draft, turn, steps.get());
            }
        } catch (RuntimeException fault) {
            LOG.debug("nothing was read ahead: {}", fault.getClass().getSimpleName());
        }
    }

    private void read(Question draft, long turn, Steps steps) {
        Findings found = steps.searching().find(draft);
        if (!steps.relevance().isGiven(found.query(), found.hits())) {
            return;
        }
        WritingModel writing = steps.model().get();
        OfferedEvidence offered = steps.selection().select(found.query(), found.hits());
        ChosenEvidence first = steps.readings(draft, offered).getFirst();
        begin(turn, writing, steps.prompt(draft, first.passages(), writing).messages());
    }

    @Override
    public void close() {
        forget();
        thread.shutdownNow();
    }
}
