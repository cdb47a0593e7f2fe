package org.fumikura.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fumikura.app.fakes.FakeLibrary;
import org.fumikura.inference.InferenceException;
import org.fumikura.rag.RagException;
import org.fumikura.rag.library.FileProblem;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.library.RecognitionState;
import org.fumikura.ui.Messages;
import org.junit.jupiter.api.Test;

class FailureTextTest {
    private final Messages english = Messages.of(Locale.ENGLISH);
    private final Messages japanese = Messages.of(Locale.JAPANESE);

    @Test
    void everyFailureHasWordsAndAdvice() {
        for (Messages messages : List.of(english, japanese)) {
            for (RagException.Code code : RagException.Code.values()) {
                complete(FailureText.of(messages, new RagException(code, "detail")));
            }
            for (InferenceException.Code code : InferenceException.Code.values()) {
                complete(FailureText.of(messages, new InferenceException(code, "detail")));
            }
            complete(FailureText.of(messages, new IllegalStateException("internal")));
        }
    }

    @Test
    void everyStateAndProblemHasWords() {
        for (Messages messages : List.of(english, japanese)) {
            for (FileState state : FileState.values()) {
                assertFalse(FileText.state(messages, state).isBlank());
            }
            for (FileProblem.Kind kind : FileProblem.Kind.values()) {
                assertFalse(FileText.problem(messages, file(new FileProblem(kind, "x"))).isBlank());
                assertFalse(messages.get("problem.count." + kind, 2).isBlank());
            }
        }
    }

    private static LibraryFile file(FileProblem problem) {
        return FakeLibrary.unread(Path.of("a.pdf"), problem, RecognitionState.NOT_NEEDED);
    }

    @Test
    void valuesOfTheDetailAreFilledIn() {
        var full =
                new InferenceException(
                        InferenceException.Code.DISK_FULL,
                        "needed=1117320768 free=45000000 path=/home/a b/models");
        assertEquals(
                "1.1 GB are needed in /home/a b/models, 45 MB are free. Free some space, then try"
                        + " again; what was downloaded is kept.",
                FailureText.of(english, full).advice());
    }

    @Test
    void sizesAreShort() {
        assertEquals("999 B", Sizes.bytes(english, 999));
        assertEquals("74 MB", Sizes.bytes(english, 73_578_784));
        assertEquals("1.1 GB", Sizes.bytes(japanese, 1_117_320_768));
    }

    private static void complete(FailureText text) {
        assertFalse(text.title().isBlank());
        assertFalse(text.advice().isBlank());
        assertFalse(text.advice().contains("{"), text.advice());
    }
}
