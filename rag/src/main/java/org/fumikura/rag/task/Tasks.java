package org.fumikura.rag.task;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Does tasks on whole documents, one at a time.
public interface Tasks {
    /// Starts a task and returns at once. `listener` hears the events one at a time, in order, on
    /// the tasks' own thread.
    Pending start(Task task, Consumer<TaskEvent> listener);

    /// A task under way.
    interface Pending {
        /// What came of it; fails with the fault that [TaskEvent.Failed] told.
        CompletableFuture<TaskEvent.Finished> result();

        /// Ends it at the next word. What was done by then is the result.
        void stop();
    }
}
