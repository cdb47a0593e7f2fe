package org.fumikura.rag.task;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.fumikura.rag.answer.StopSign;
import org.fumikura.rag.task.TaskEvent.Extent;

/// Does tasks with a chat model, where they need one.
public final class DocumentTasks implements Tasks, AutoCloseable {
    private final Supplier<WritingModel> model;
    private final TaskSettings settings;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("tasks").daemon().factory());

    /// @param model asked for anew by each task that needs one; throws what the person should hear
    ///   where there is none
    public DocumentTasks(Supplier<WritingModel> model, TaskSettings settings) {
        this.model = model;
        this.settings = settings;
    }

    @Override
    public Pending start(Task task, Consumer<TaskEvent> listener) {
        var running = new Running(task, listener);
        thread.execute(running);
        return running;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static TaskResult perform(Task task, TaskRun run) {
        return switch (task) {
            case Task.Summarize(var document) -> Summarizing.summarize(run, document);
            case Task.Compare(var documents) -> Summarizing.compare(run, documents);
            case Task.ExtractTables(var document) ->
                    new TaskResult.Tables(TableBlocks.of(document));
            case Task.Outline(var document) -> Outlining.outline(run, document);
            case Task.ExtractFields extract -> FieldExtraction.extract(run, extract);
            case Task.Translate translate ->
                    new BlockWriting(run, translate.document(), Rendering.translation(translate))
                            .all();
            case Task.Rewrite rewrite ->
                    new BlockWriting(run, rewrite.document(), Rendering.rewriting(rewrite)).all();
            case Task.Classify classify -> Classifying.classify(run, classify);
            case Task.Code code -> CodeWriting.write(run, code);
        };
    }

    private final class Running implements Runnable, Pending {
        private final Task task;
        private final Consumer<TaskEvent> listener;
        private final StopSign sign = new StopSign();
        private final CompletableFuture<TaskEvent.Finished> result = new CompletableFuture<>();

        Running(Task task, Consumer<TaskEvent> listener) {
            this.task = task;
            this.listener = listener;
        }

        @Override
        public CompletableFuture<TaskEvent.Finished> result() {
            return result;
        }

        @Override
        public void stop() {
            sign.raise();
        }

        @Override
        public void run() {
            long started = System.nanoTime();
            try {
                var run = new TaskRun(model, settings, sign, listener);
                TaskResult done = perform(task, run);
                var finished =
                        new TaskEvent.Finished(
                                done,
                                sign.isRaised() ? Extent.STOPPED : Extent.WHOLE,
                                run.modelName(),
                                Duration.ofNanos(System.nanoTime() - started));
                listener.accept(finished);
                result.complete(finished);
            } catch (RuntimeException fault) {
                listener.accept(new TaskEvent.Failed(fault));
                result.completeExceptionally(fault);
            }
        }
    }
}
