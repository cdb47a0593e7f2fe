package org.fumikura.app.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.fumikura.rag.task.Task;
import org.fumikura.rag.task.TaskEvent;
import org.fumikura.rag.task.Tasks;

/// Tasks that go as a test says.
public final class FakeTasks implements Tasks {
    private final List<Task> started = new ArrayList<>();
    private final List<Consumer<TaskEvent>> listeners = new ArrayList<>();
    private final List<CompletableFuture<TaskEvent.Finished>> results = new ArrayList<>();
    private int stopped;

    @Override
    public Pending start(Task task, Consumer<TaskEvent> listener) {
        var result = new CompletableFuture<TaskEvent.Finished>();
        started.add(task);
        listeners.add(listener);
        results.add(result);
        return new Pending() {
            @Override
            public CompletableFuture<TaskEvent.Finished> result() {
                return result;
            }

            @Override
            public void stop() {
                stopped++;
            }
        };
    }

    /// What was started, in order.
    public List<Task> started() {
        return started;
    }

    /// How often one was stopped.
    public int stopped() {
        return stopped;
    }

    /// Tells what happens to the last one started.
    public void tell(TaskEvent event) {
        listeners.getLast().accept(event);
        switch (event) {
            case TaskEvent.Progress _ -> {}
            case TaskEvent.Finished finished -> results.getLast().complete(finished);
            case TaskEvent.Failed(RuntimeException fault) ->
                    results.getLast().completeExceptionally(fault);
        }
    }
}
