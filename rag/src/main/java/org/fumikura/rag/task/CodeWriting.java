package org.fumikura.rag.task;

import java.util.ArrayList;
import java.util.List;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.task.TaskEvent.Step;
import org.fumikura.rag.task.TaskResult.Written;

/// Program code, as the model writes it.
final class CodeWriting {
    private static final int CODE_TOKENS = 900;

    private CodeWriting() {}

    static Written write(TaskRun run, Task.Code task) {
        Language language = Language.of(task.wish());
        List<String> parts =
                task.material().map(material -> parts(run, material)).orElse(List.of());
        String request = TaskWording.code(task.wish(), parts.isEmpty() ? "" : parts.getFirst());
        var written = new ArrayList<String>();
        run.each(
                Step.WRITING,
                List.of(request),
                all ->
                        written.add(
                                run.ask(TaskWording.programmer(language), all, CODE_TOKENS)
                                        .text()
                                        .strip()));
        return new Written(String.join("\n", written), Math.max(0, parts.size() - 1));
    }

    /// The material, as much at a time as fits.
    private static List<String> parts(TaskRun run, TaskDocument material) {
        List<String> lines = material.content().text().lines().toList();
        return Parts.of(lines, run::tokens, run.settings().partTokens()).stream()
                .map(part -> String.join("\n", part))
                .toList();
    }
}
