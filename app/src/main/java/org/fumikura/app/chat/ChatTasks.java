package org.fumikura.app.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.fumikura.app.task.Mentions;
import org.fumikura.app.task.TaskAnswer;
import org.fumikura.app.task.TaskLine;
import org.fumikura.app.task.TaskReading;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.library.LibraryContents;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.task.Task;
import org.fumikura.rag.task.TaskDocument;
import org.fumikura.rag.task.TaskEvent;
import org.fumikura.rag.task.Tasks;
import org.fumikura.ui.Messages;

/// Tasks on documents that are called in the chat. From any thread.
public final class ChatTasks {
    private final Tasks tasks;
    private final LibraryContents library;
    private final Supplier<Messages> messages;

    /// @param messages the language of the window, asked for when a result is put into words
    public ChatTasks(Tasks tasks, LibraryContents library, Supplier<Messages> messages) {
        this.tasks = tasks;
        this.library = library;
        this.messages = messages;
    }

    /// Starts what a line calls, on the files it mentions, or else on the document in view. Waits
    /// for the database.
    ///
    /// @param states hears how it goes, on the tasks' thread or this one
    /// @return what stops it; empty if something is missing, as `states` was told
    Optional<Runnable> start(
            String typed, TaskLine line, Optional<DocumentId> inView, Consumer<TurnState> states) {
        Mentions mentions = Mentions.in(line.name(), line.words(), library.files());
        List<TaskDocument> documents =
                (mentions.documents().isEmpty() ? inView.stream().toList() : mentions.documents())
                        .stream().flatMap(id -> TaskDocument.of(library, id).stream()).toList();
        return switch (TaskReading.of(line.name(), mentions.words(), documents)) {
            case TaskReading.Incomplete(TaskReading.Need need) -> {
                states.accept(new TurnState.Incomplete(line.name(), need));
                yield Optional.empty();
            }
            case TaskReading.Understood(List<Task> all) -> Optional.of(start(typed, all, states));
        };
    }

    /// The files that can be worked on. Waits for the database.
    List<LibraryFile> files() {
        return library.files();
    }

    private Runnable start(String typed, List<Task> all, Consumer<TurnState> states) {
        var pending = new ArrayList<Tasks.Pending>();
        for (Task task : all) {
            pending.add(tasks.start(task, event -> tell(event, states)));
        }
        CompletableFuture.allOf(
                        pending.stream()
                                .map(Tasks.Pending::result)
                                .toArray(CompletableFuture<?>[]::new))
                .whenComplete((_, fault) ->
                        states.accept(fault == null ? done(typed, all, pending) : failed(fault)));
        return () -> pending.forEach(Tasks.Pending::stop);
    }

    private TurnState done(String typed, List<Task> all, List<Tasks.Pending> pending) {
        List<TaskEvent.Finished> finished =
                pending.stream().map(each -> each.result().join()).toList();
        Messages words = messages.get();
        return new TurnState.Done(
                TaskAnswer.of(words, typed, all, finished), TaskFiles.of(words, all, finished));
    }

    private static TurnState failed(Throwable fault) {
        Throwable cause =
                fault instanceof CompletionException && fault.getCause() != null
                        ? fault.getCause()
                        : fault;
        return new TurnState.Failed(
                cause instanceof RuntimeException known ? known : new IllegalStateException(cause));
    }

    private static void tell(TaskEvent event, Consumer<TurnState> states) {
        if (event instanceof TaskEvent.Progress progress) {
            states.accept(new TurnState.Working(progress));
        }
    }
}
