package org.fumikura.rag.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fumikura.rag.task.Task.Classify.Each;
import org.fumikura.rag.task.TaskResult.LabelledItem;
import org.fumikura.rag.task.TaskResult.Labels;
import org.junit.jupiter.api.Test;

class ClassifyingTest {
    private static final List<String> LABELS = List.of("good", "bad");

    private final TaskDocument reviews =
            Documents.begin()
                    .header("Review")
                    .row("Lovely kettle")
                    .row("It leaks")
                    .end("Reviews", 1);

    private List<LabelledItem> label(ReplyingModel model, Each each) {
        try (var tasks = new DocumentTasks(model::model, new TaskSettings(60, 40))) {
            var task = new Task.Classify(List.of(reviews), each, LABELS, List.of());
            return ((Labels) tasks.start(task, event -> {}).result().join().result()).items();
        }
    }

    @Test
    void theMoreProbableLabelIsChosen() {
        var model =
                ReplyingModel.saying(_ -> "")
                        .weighing(text ->
                                switch (text) {
                                    case "Lovely kettle" -> List.of(0.6, 0.2);
                                    case "It leaks" -> List.of(0.1, 0.3);
                                    default -> List.of(0.5, 0.5);
                                });
        List<LabelledItem> items = label(model, Each.ROW);
        assertEquals(List.of("good", "bad"), items.stream().map(LabelledItem::label).toList());
        assertEquals(0.75, items.getFirst().shares().getFirst(), 1e-9);
        assertEquals("It leaks", items.getLast().span().of(reviews.content().text()));
    }

    @Test
    void whatIsSaidToNothingAtAllDoesNotCount() {
        var model =
                ReplyingModel.saying(_ -> "")
                        .weighing(text ->
                                switch (text) {
                                    case "Lovely kettle" -> List.of(0.6, 0.3);
                                    case "It leaks" -> List.of(0.5, 0.4);
                                    default -> List.of(0.8, 0.2);
                                });
        assertEquals(
                List.of("bad", "bad"),
                label(model, Each.ROW).stream().map(LabelledItem::label).toList());
    }

    @Test
    void withoutProbabilitiesTheModelWritesALabel() {
        var model = ReplyingModel.saying(text -> text.contains("leaks") ? "Bad." : "no idea");
        List<LabelledItem> items = label(model, Each.ROW);
        assertEquals(List.of("", "bad"), items.stream().map(LabelledItem::label).toList());
        assertEquals("root ::= \"good\" | \"bad\"\n", model.grammars().getFirst());
    }

    @Test
    void aDocumentIsLabelledAsAWhole() {
        List<LabelledItem> items = label(ReplyingModel.saying(_ -> "good"), Each.DOCUMENT);
        assertEquals(1, items.size());
        assertEquals("Reviews", items.getFirst().source().title());
    }
}
