package org.fumikura.inference.thinking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThoughtSplitterTest {
    /// What a stream comes to.
    ///
    /// @param told the answer as it was given out on the way
    private record Split(String thoughts, String said, String told) {}

    private static Split split(List<String> pieces) {
        var thinking = new StringBuilder();
        var told = new StringBuilder();
        var splitter = new ThoughtSplitter(thinking::append, told::append);
        pieces.forEach(splitter::accept);
        splitter.end();
        assertTrue(
                splitter.thoughts().endsWith(thinking.toString().strip()),
                () -> splitter.thoughts() + " was told as " + thinking);
        return new Split(splitter.thoughts(), splitter.said(), told.toString());
    }

    /// Cut at every one and every two places, and letter by letter, a text comes to the same.
    private static void assertSplits(String text, Split expected) {
        assertEquals(expected, split(text.chars().mapToObj(Character::toString).toList()), text);
        for (int i = 0; i <= text.length(); i++) {
            for (int j = i; j <= text.length(); j++) {
                List<String> pieces =
                        List.of(text.substring(0, i), text.substring(i, j), text.substring(j));
                assertEquals(expected, split(pieces), () -> "in pieces " + pieces);
            }
        }
    }

    private static void assertSplits(String text, String thoughts, String said) {
        assertSplits(text, new Split(thoughts, said, said));
    }

    @Test
    void thoughtAndAnswerAreToldApartWhereverTheStreamIsCut() {
        for (ThinkingMarks marks : ThinkingMarks.values()) {
            assertSplits(
                    "\n" + marks.open() + "\nNoon, 1 < 2?\n" + marks.close() + "\n\nAt noon.\nYes.",
                    "Noon, 1 < 2?",
                    "At noon.\nYes.");
        }
    }

    @Test
    void answerWithoutThoughtIsLeftAsItIs() {
        assertSplits(" At noon, <b>not</b> at <1>.\n", "", " At noon, <b>not</b> at <1>.\n");
        assertSplits("", "", "");
        assertSplits("<thin ice", "", "<thin ice");
    }

    @Test
    void emptyThoughtLeavesTheAnswer() {
        assertSplits("<think>\n\n</think>\n\nはい。", "", "はい。");
    }

    @Test
    void thoughtThatDoesNotEndIsNoAnswer() {
        assertSplits("<think>It may be </thin", "It may be </thin", "");
    }

    @Test
    void secondThoughtBeforeTheAnswerIsOneToo() {
        assertSplits("<think>A</think>\n<think>B</think>C", "A\n\nB", "C");
    }

    @Test
    void marksWithinAnAnswerAreText() {
        assertSplits(
                "<think>A</think>Write <think> and </think>.\n</think>",
                "A",
                "Write <think> and </think>.\n</think>");
        assertSplits("The end is </think> here.", "", "The end is </think> here.");
    }

    @Test
    void endThatNothingOpenedMakesAThoughtOfAllBefore() {
        assertSplits(
                "Noon?\nNoon.\n</think>\n\nAt noon.",
                new Split("Noon?\nNoon.", "At noon.", "Noon?\nNoon.\nAt noon."));
        assertSplits("</think>\n\nAt noon.", "", "At noon.");
    }
}
