package org.fumikura.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.fumikura.app.fakes.FakeLibrary;
import org.fumikura.rag.library.FilePresence;
import org.fumikura.rag.library.FileProblem;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.library.RecognitionState;
import org.fumikura.rag.parse.Quality;
import org.fumikura.ui.Messages;
import org.junit.jupiter.api.Test;

class FileTextTest {
    private final Messages english = Messages.of(Locale.ENGLISH);
    private final Messages japanese = Messages.of(Locale.JAPAN);

    @Test
    void aCompleteTextNeedsNoWords() {
        LibraryFile file = file(Quality.FULL, RecognitionState.NOT_NEEDED);
        assertEquals("", FileText.quality(english, file));
        assertEquals("", FileText.problem(english, file));
    }

    @Test
    void whatATextLeavesOutIsSaidInSentences() {
        LibraryFile file = file(new Quality(3, 0, 0, 1, 0), RecognitionState.WAITING);
        assertEquals(
                "3 of 12 pages are pictures; their text is being recognised."
                        + " 1 file inside it needs a password.",
                FileText.quality(english, file));
        assertEquals(
                "12ページ中3ページは画像のため、文字を認識しています。中にある1件のファイルはパスワードが必要です。",
                FileText.quality(japanese, file));
    }

    @Test
    void recognisedPagesAndThoseWithoutTextAreTold() {
        LibraryFile file = file(new Quality(1, 0, 2, 0, 0), RecognitionState.DONE);
        assertEquals(
                "2 of 12 pages were pictures; their text was recognised and may hold mistakes."
                        + " On 1 of 12 pages, a picture, no text could be recognised.",
                FileText.quality(english, file));
        assertEquals(
                "12ページ中2ページは画像から文字を認識しました。認識の誤りを含むことがあります。" + "12ページ中1ページの画像からは文字を認識できませんでした。",
                FileText.quality(japanese, file));
    }

    @Test
    void whatToInstallIsSaidWhereRecognitionIsMissing() {
        LibraryFile file = file(new Quality(1, 2, 0, 0, 0), RecognitionState.NOT_INSTALLED);
        String words = FileText.quality(english, file);
        assertTrue(
                words.startsWith(
                        "1 of 12 pages is a picture without text (a scan). The text of 2 of 12 pages"
                                + " is stored in a form that cannot be read. To make them"
                                + " searchable, install Tesseract"),
                words);
    }

    @Test
    void eachSystemHasItsOwnPackages() {
        assertTrue(RecognitionText.how(english, "Linux").contains("tesseract-ocr-jpn-vert"));
        assertTrue(RecognitionText.how(japanese, "Mac OS X").contains("tesseract-lang"));
        assertTrue(RecognitionText.how(japanese, "Windows 11").contains("winget"));
    }

    @Test
    void aScanSaysWhatKeepsItFromBeingRead() {
        assertEquals(
                "Its pages are pictures without text (a scan). No text could be recognised in them.",
                FileText.problem(english, scan(RecognitionState.DONE)));
        assertTrue(
                FileText.problem(english, scan(RecognitionState.NOT_INSTALLED))
                        .contains("install Tesseract"));
        assertTrue(
                FileText.problem(japanese, scan(RecognitionState.DONE_WITHOUT_ALL_LANGUAGES))
                        .contains("日本語（縦書き）"));
    }

    private static LibraryFile scan(RecognitionState recognition) {
        var problem = new FileProblem(FileProblem.Kind.NEEDS_OCR, "2");
        return FakeLibrary.unread(Path.of("a.pdf"), problem, recognition);
    }

    private static LibraryFile file(Quality quality, RecognitionState recognition) {
        return new LibraryFile(
                Path.of("a.pdf"),
                1,
                Instant.EPOCH,
                FileState.READY,
                Optional.empty(),
                Optional.empty(),
                12,
                1,
                1,
                FilePresence.HERE,
                quality,
                recognition);
    }
}
