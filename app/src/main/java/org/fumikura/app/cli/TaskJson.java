package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.fumikura.app.task.TaskName;
import org.fumikura.rag.task.Task;
import org.fumikura.rag.task.TaskEvent;

/// What `task --json` prints for each task: these fields, and those of its result.
///
/// @param documents paths of the files worked on; none for a text that was given
/// @param complete false if it was stopped
record TaskJson(
        String task,
        List<String> documents,
        boolean complete,
        String model,
        @JsonProperty("total_ms") long totalMs,
        @JsonUnwrapped TaskResultJson result) {
    static TaskJson of(TaskName name, Task task, TaskEvent.Finished done) {
        return new TaskJson(
                name.word(),
                task.documents().stream()
                        .filter(document -> !document.source().title().isEmpty())
                        .map(document -> document.source().path().toString())
                        .toList(),
                done.extent() == TaskEvent.Extent.WHOLE,
                done.model(),
                done.took().toMillis(),
                TaskResultJson.of(task, done.result()));
    }
}
