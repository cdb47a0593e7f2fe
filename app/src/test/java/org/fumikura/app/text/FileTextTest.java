package org.fumikura.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.fumikura.rag.library.FilePresence;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.parse.Quality;
import org.fumikura.ui.Messages;
import org.junit.jupiter.api.Test;

class FileTextTest {
    private final Messages english = Messages.of(Locale.ENGLISH);
    private final Messages japanese = Messages.of(Locale.JAPAN);

    @Test
    void aCompleteTextNeedsNoWords() {
        assertEquals("", FileText.quality(english, file(Quality.FULL)));
    }

    @Test
    void whatATextLeavesOutIsSaidInSentences() {
        LibraryFile file = file(new Quality(3, 0, 1, 0));
        assertEquals(
                "3 of 12 pages are pictures without text (a scan). Run text recognition (OCR) on"
                        + " the file to make them searchable. 1 file inside it needs a password.",
                FileText.quality(english, file));
        assertEquals(
                "12ページ中3ページは文字情報のない画像（スキャン）です。"
                        + "検索するには、ファイルに文字認識（OCR）をかけてください。"
                        + "中にある1件のファイルはパスワードが必要です。",
                FileText.quality(japanese, file));
    }

    private static LibraryFile file(Quality quality) {
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
                quality);
    }
}
