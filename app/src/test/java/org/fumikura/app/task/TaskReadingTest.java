package org.fumikura.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fumikura.app.task.TaskReading.Incomplete;
import org.fumikura.app.task.TaskReading.Need;
import org.fumikura.app.task.TaskReading.Understood;
import org.fumikura.rag.task.Task;
import org.fumikura.rag.task.Task.Classify.Each;
import org.fumikura.rag.task.Task.Classify.Example;
import org.fumikura.rag.task.TaskDocument;
import org.junit.jupiter.api.Test;

class TaskReadingTest {
    private static final TaskDocument ONE = TaskDocument.ofText("The mill stands.");
    private static final TaskDocument OTHER = TaskDocument.ofText("水車が立っています。");

    private static TaskReading read(String typed, TaskDocument... documents) {
        TaskLine line = TaskLine.read(typed).orElseThrow();
        return TaskReading.of(line.name(), line.words(), List.of(documents));
    }

    private static Task only(TaskReading reading) {
        List<Task> tasks = assertInstanceOf(Understood.class, reading).tasks();
        assertEquals(1, tasks.size());
        return tasks.getFirst();
    }

    @Test
    void onlyKnownNamesAreTasks() {
        assertEquals(Optional.empty(), TaskLine.read("/etc/hosts?"));
        assertEquals(Optional.empty(), TaskLine.read("What is /summarize?"));
        assertEquals(
                Optional.of(new TaskLine(TaskName.SUMMARIZE, "")), TaskLine.read("/summarise"));
        assertEquals(
                Optional.of(new TaskLine(TaskName.OUTLINE, "a\nb")),
                TaskLine.read("／Outline a\nb"));
    }

    @Test
    void everyDocumentIsATaskOfItsOwn() {
        assertEquals(
                new Understood(List.of(new Task.Summarize(ONE), new Task.Summarize(OTHER))),
                read("/summarize", ONE, OTHER));
        assertEquals(new Incomplete(Need.DOCUMENT), read("/summarize"));
        assertEquals(new Incomplete(Need.SECOND_DOCUMENT), read("/compare", ONE));
        assertEquals(new Task.Compare(List.of(ONE, OTHER)), only(read("/compare", ONE, OTHER)));
    }

    @Test
    void textAfterTheNameIsWorkedOn() {
        assertEquals(new Task.Summarize(ONE), only(read("/summarize The mill stands.")));
        assertEquals(
                new Incomplete(Need.DOCUMENT), read("/summarize mill"), "no text, and no file");
    }

    @Test
    void aLanguageIsNamedOrTheOtherOne() {
        assertEquals(new Task.Translate(ONE, Locale.JAPANESE), only(read("/translate", ONE)));
        assertEquals(new Task.Translate(OTHER, Locale.ENGLISH), only(read("/translate", OTHER)));
        for (String french : List.of("fr", "French", "フランス語", "français")) {
            assertEquals(
                    new Task.Translate(ONE, Locale.FRENCH),
                    only(read("/translate " + french, ONE)));
        }
        assertEquals(new Incomplete(Need.LANGUAGE), read("/translate Klingonish", ONE));
        assertEquals(
                new Task.Translate(ONE, Locale.JAPANESE),
                only(read("/translate ja The mill stands.")));
    }

    @Test
    void fieldsAreAListAndNoneMeansTables() {
        assertEquals(new Task.ExtractTables(ONE), only(read("/extract", ONE)));
        assertEquals(
                new Task.ExtractFields(ONE, List.of("party", "due date")),
                only(read("/extract party, due date", ONE)));
        assertEquals(
                new Task.ExtractFields(OTHER, List.of("氏名", "金額")),
                only(read("/extract 氏名、金額", OTHER)));
    }

    @Test
    void labelsComeFirstThenExamples() {
        assertEquals(new Incomplete(Need.LABELS), read("/classify good", ONE));
        assertEquals(
                new Task.Classify(
                        List.of(TaskDocument.ofText("It leaks.")),
                        Each.ROW,
                        List.of("good", "bad"),
                        List.of(new Example("Lovely", "good"))),
                only(read("/classify good, bad\nLovely => good\nIt leaks.")));
    }

    @Test
    void aWishIsNeeded() {
        assertEquals(new Incomplete(Need.WISH), read("/rewrite", ONE));
        assertEquals(new Incomplete(Need.WISH), read("/code"));
        assertEquals(new Task.Rewrite(ONE, "more formal"), only(read("/rewrite more formal", ONE)));
        assertEquals(
                new Task.Rewrite(ONE, "shorter"), only(read("/rewrite shorter\nThe mill stands.")));
        assertEquals(
                new Task.Code("a loop in Java", Optional.empty()),
                only(read("/code a loop in Java")));
    }
}
