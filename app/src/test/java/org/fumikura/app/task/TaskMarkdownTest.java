package org.fumikura.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.task.RewrittenBlock;
import org.fumikura.rag.task.RewrittenBlock.Form;
import org.fumikura.rag.task.RewrittenBlock.Mark;
import org.fumikura.rag.task.TaskEvent;
import org.fumikura.rag.task.TaskResult;
import org.fumikura.ui.Messages;
import org.junit.jupiter.api.Test;

class TaskMarkdownTest {
    private static final Span SPAN = new Span(0, 4);

    private final TaskMarkdown markdown = new TaskMarkdown(Messages.of(Locale.ENGLISH));

    private static RewrittenBlock block(Form form, Mark mark, String... text) {
        return new RewrittenBlock(form, List.of(text), List.of(text), mark, 1, SPAN);
    }

    private static TaskEvent.Finished stopped(TaskResult result) {
        return new TaskEvent.Finished(result, TaskEvent.Extent.STOPPED, "", Duration.ZERO);
    }

    @Test
    void whatWasStoppedSaysSo() {
        TaskResult begun =
                new TaskResult.Rewritten(
                        List.of(block(new Form.Paragraph(), Mark.DONE, "Be kind.")));
        assertEquals(
                "Be kind.\n\n> Incomplete: stopped before the end.", markdown.of(stopped(begun)));
        assertEquals(
                "> Incomplete: stopped before the end.",
                markdown.of(stopped(new TaskResult.Digest(List.of(), List.of(), List.of()))));
    }

    @Test
    void translationKeepsItsStructure() {
        assertEquals(
                """
                ## Rules

                Be kind.

                1. Knock.
                - Come in. (left as it was)

                | Day | Hour |
                | --- | --- |
                | Mon | 9\\|10 |

                ```
                int x;
                ```

                > One part could not be written as asked, even at a second try. The original stands in its place, marked.\
                """,
                markdown.of(
                        new TaskResult.Rewritten(
                                List.of(
                                        block(new Form.Heading(2), Mark.DONE, "Rules"),
                                        block(new Form.Paragraph(), Mark.DONE, "Be kind."),
                                        block(new Form.Item("1."), Mark.DONE, "Knock."),
                                        block(new Form.Item("•"), Mark.FAILED, "Come in."),
                                        block(
                                                new Form.Row(Form.Row.Place.FIRST),
                                                Mark.DONE,
                                                "Day",
                                                "Hour"),
                                        block(
                                                new Form.Row(Form.Row.Place.LATER),
                                                Mark.DONE,
                                                "Mon",
                                                "9|10"),
                                        block(new Form.Verbatim(), Mark.KEPT, "int x;")))));
    }

    @Test
    void sentencesCarryTheirCitationsOrAMark() {
        var id = new PassageId(new DocumentId("0".repeat(64)), 1, 0);
        var citation = new Citation(1, id, Path.of("a.md"), "Mills", 3, SPAN, "Old\nmill.");
        assertEquals(
                """
                It is old. [1] It flies. (not confirmed by the text)

                ## Point by point

                - It is old. [1]

                ## Sources

                - [1] Mills, p. 3: “Old mill.”\
                """,
                markdown.of(
                        new TaskResult.Digest(
                                List.of(
                                        new AnswerSentence(
                                                "", "It is old.", Support.SUPPORTED, List.of(1)),
                                        new AnswerSentence(
                                                " ", "It flies.", Support.UNSUPPORTED, List.of())),
                                List.of(
                                        new AnswerSentence(
                                                "", "It is old.", Support.SUPPORTED, List.of(1))),
                                List.of(citation))));
    }

    @Test
    void tablesAreNamedByWhatTheyStandUnder() {
        assertEquals(
                """
                ### Prices (p. 2)

                | Tea | 3 |
                | --- | --- |
                | Cake |  |\
                """,
                markdown.of(
                        new TaskResult.Tables(
                                List.of(
                                        new TaskResult.Table(
                                                "Prices",
                                                List.of(),
                                                List.of(List.of("Tea", "3"), List.of("Cake")),
                                                2,
                                                SPAN)))));
    }
}
