package org.fumikura.app.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.answer.Remarks;
import org.fumikura.rag.answer.Timings;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.task.Task;
import org.fumikura.rag.task.TaskDocument;
import org.fumikura.rag.task.TaskEvent;
import org.fumikura.rag.task.TaskResult;
import org.fumikura.ui.Messages;

/// What came of tasks in the form of an answer, so that it is shown, kept and copied as answers
/// are, with citations that open their pages.
public final class TaskAnswer {
    private final Messages messages;
    private final TaskMarkdown markdown;
    private final List<AnswerSentence> sentences = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();

    private TaskAnswer(Messages messages) {
        this.messages = messages;
        this.markdown = new TaskMarkdown(messages);
    }

    /// @param typed what called the tasks
    /// @param done what came of each, in their order
    public static Answer of(
            Messages messages, String typed, List<Task> tasks, List<TaskEvent.Finished> done) {
        var answer = new TaskAnswer(messages);
        for (int i = 0; i < tasks.size(); i++) {
            if (tasks.size() > 1) {
                answer.say(
                        "\n\n",
                        "## " + tasks.get(i).documents().getFirst().source().title(),
                        List.of());
            }
            answer.add(tasks.get(i), done.get(i).result());
        }
        return answer.end(typed, done);
    }

    private Answer end(String typed, List<TaskEvent.Finished> done) {
        boolean stopped = done.stream().anyMatch(each -> each.extent() == TaskEvent.Extent.STOPPED);
        Duration took =
                done.stream().map(TaskEvent.Finished::took).reduce(Duration.ZERO, Duration::plus);
        var text = new StringBuilder();
        for (AnswerSentence sentence : sentences) {
            text.append(text.isEmpty() ? "" : sentence.before()).append(sentence.text());
            sentence.citations().forEach(number -> text.append(" [").append(number).append(']'));
        }
        return new Answer(
                typed,
                "",
                text.toString(),
                Language.of(text.toString()),
                stopped ? Answer.Verdict.STOPPED : Answer.Verdict.ANSWERED,
                sentences,
                citations,
                List.of(),
                done.getFirst().model(),
                new Timings(0, 0, took.toMillis(), 0, 0, 0),
                "",
                "",
                Remarks.NONE);
    }

    private void add(Task task, TaskResult result) {
        switch (result) {
            case TaskResult.Digest digest when !digest.isEmpty() -> add(digest);
            case TaskResult.Outline outline when !outline.isEmpty() ->
                    add(task.documents().getFirst(), outline);
            case TaskResult other -> say("\n\n", markdown.of(other), List.of());
        }
    }

    private void add(TaskResult.Digest digest) {
        int shift = citations.size();
        for (Citation citation : digest.citations()) {
            citations.add(citation.numbered(citation.number() + shift));
        }
        boolean begins = true;
        for (AnswerSentence sentence : digest.lead()) {
            add(begins ? "\n\n" : sentence.before(), "", sentence, shift);
            begins = false;
        }
        if (!digest.points().isEmpty()) {
            say("\n\n", "### " + messages.get("task.digest.points"), List.of());
            digest.points().forEach(point -> add("\n\n", "- ", point, shift));
        }
    }

    private void add(String before, String sign, AnswerSentence sentence, int shift) {
        sentences.add(
                new AnswerSentence(
                        before,
                        sign + sentence.text(),
                        sentence.support(),
                        sentence.citations().stream().map(number -> number + shift).toList(),
                        sentence.unborne().stream()
                                .map(span -> span.shift(sign.length()))
                                .toList()));
    }

    private void add(TaskDocument document, TaskResult.Outline outline) {
        if (outline.origin() == TaskResult.Outline.Origin.MODEL) {
            say("\n\n", messages.get("task.outline.byModel"), List.of());
        }
        for (TaskResult.OutlineEntry entry : outline.entries()) {
            int number = citations.size() + 1;
            citations.add(
                    new Citation(
                            number,
                            passage(document, entry.span()),
                            document.source().path(),
                            document.source().title(),
                            entry.page(),
                            entry.span(),
                            entry.span().of(document.content().text())));
            String indent = "  ".repeat(Math.clamp(entry.level() - 1, 0, 5));
            say("\n", indent + "- " + entry.text(), List.of(number));
        }
    }

    private static PassageId passage(TaskDocument document, Span span) {
        return document.passages().stream()
                .filter(passage -> passage.span().end() > span.start())
                .findFirst()
                .map(passage -> passage.id())
                .orElseGet(() -> new PassageId(document.id(), Chunker.VERSION, 0));
    }

    private void say(String before, String text, List<Integer> cited) {
        sentences.add(
                new AnswerSentence(sentences.isEmpty() ? "" : before, text, Support.NONE, cited));
    }
}
