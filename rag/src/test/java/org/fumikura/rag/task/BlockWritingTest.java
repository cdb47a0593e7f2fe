package org.fumikura.rag.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.fumikura.rag.task.RewrittenBlock.Form;
import org.fumikura.rag.task.RewrittenBlock.Mark;
import org.fumikura.rag.task.TaskResult.Rewritten;
import org.junit.jupiter.api.Test;

class BlockWritingTest {
    private static List<RewrittenBlock> translate(
            TaskDocument document, Function<String, String> replies) {
        return translate(document, ReplyingModel.saying(replies));
    }

    private static List<RewrittenBlock> translate(TaskDocument document, ReplyingModel model) {
        try (var tasks = new DocumentTasks(model::model, new TaskSettings(60, 40))) {
            var task = new Task.Translate(document, Locale.JAPANESE);
            return ((Rewritten) tasks.start(task, event -> {}).result().join().result()).blocks();
        }
    }

    @Test
    void structureStaysAndNothingIsLost() {
        TaskDocument document =
                Documents.begin()
                        .heading(2, "Rules")
                        .paragraph("Be kind\nto all.")
                        .item("1. Knock first.")
                        .item("• Come in.")
                        .header("Day", "Hour")
                        .row("Monday", "9:00")
                        .verbatim("int x = 1;")
                        .end("Rules", 1);

        List<RewrittenBlock> blocks = translate(document, _ -> "「はい」");

        assertEquals(
                List.of(
                        new Form.Heading(2),
                        new Form.Paragraph(),
                        new Form.Item("1."),
                        new Form.Item("•"),
                        new Form.Row(Form.Row.Place.FIRST),
                        new Form.Row(Form.Row.Place.LATER),
                        new Form.Verbatim()),
                blocks.stream().map(RewrittenBlock::form).toList());
        assertEquals(
                List.of(
                        List.of("はい"),
                        List.of("はい"),
                        List.of("はい"),
                        List.of("はい"),
                        List.of("はい", "はい"),
                        List.of("はい", "9:00"),
                        List.of("int x = 1;")),
                blocks.stream().map(RewrittenBlock::text).toList());
        assertEquals(List.of("Be kind to all."), blocks.get(1).source());
        assertEquals(
                List.of(
                        Mark.DONE, Mark.DONE, Mark.DONE, Mark.DONE, Mark.DONE, Mark.DONE,
                        Mark.KEPT),
                blocks.stream().map(RewrittenBlock::mark).toList());
    }

    @Test
    void aReplyInTheWrongLanguageIsAskedForOnceMore() {
        var model =
                ReplyingModel.saying(
                        asked -> asked.startsWith("Translate") ? "Good morning." : "おはようございます。");
        List<RewrittenBlock> blocks = translate(TaskDocument.ofText("Good morning to you."), model);
        assertEquals(List.of("おはようございます。"), blocks.getFirst().text());
        assertEquals(Mark.DONE, blocks.getFirst().mark());
        assertEquals(2, model.asked().size());
    }

    @Test
    void wordsLeftAsTheyWereAreAskedForOnceMore() {
        var model =
                ReplyingModel.saying(
                        asked -> asked.startsWith("Translate") ? "landlord が払います。" : "家主が払います。");
        List<RewrittenBlock> blocks = translate(TaskDocument.ofText("The landlord pays."), model);
        assertEquals(List.of("家主が払います。"), blocks.getFirst().text());
    }

    @Test
    void whatFailsTwiceStaysAsItWasAndIsMarked() {
        for (String bad : List.of("", "Good morning.", "おはよう…")) {
            RewrittenBlock block =
                    translate(TaskDocument.ofText("Good morning to you."), _ -> bad).getFirst();
            assertEquals(Mark.FAILED, block.mark(), bad);
            assertEquals(List.of("Good morning to you."), block.text());
        }
        String source = "The gate is closed at night, and nobody has the key but the old gardener.";
        assertEquals(
                Mark.FAILED, translate(TaskDocument.ofText(source), _ -> "門。").getFirst().mark());
    }

    @Test
    void whatIsInTheLanguageAlreadyIsNotAskedFor() {
        var model = ReplyingModel.saying(_ -> "はい");
        List<RewrittenBlock> blocks = translate(TaskDocument.ofText("こんにちは。\n\n2024"), model);
        assertEquals(List.of(), model.asked());
        assertTrue(blocks.stream().allMatch(block -> block.mark() == Mark.KEPT));
    }

    @Test
    void cellsThatRepeatAreTranslatedOnce() {
        var model = ReplyingModel.saying(_ -> "はい");
        TaskDocument document =
                Documents.begin().row("Open", "Open").row("Open", "Shut").end("", 1);
        translate(document, model);
        assertEquals(2, model.asked().size());
    }

    @Test
    void longParagraphsAreWrittenSentenceBySentence() {
        String sentence =
                "The mill was built by the river and it is the oldest of the whole valley.";
        var model = ReplyingModel.saying(_ -> "水車は川のそばに建てられ、谷でいちばん古いものです。");
        RewrittenBlock block =
                translate(
                                TaskDocument.ofText(String.join(" ", sentence, sentence, sentence)),
                                model)
                        .getFirst();
        assertEquals(2, model.asked().size());
        assertEquals(Mark.DONE, block.mark());
        assertEquals(
                "水車は川のそばに建てられ、谷でいちばん古いものです。水車は川のそばに建てられ、谷でいちばん古いものです。", block.text().getFirst());
    }
}
