package org.fumikura.rag.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the program is found, asked and given up; not how well it recognises.
class TesseractTest {
    private static final Duration PATIENT = Duration.ofMinutes(2);
    private static final Duration HASTY = Duration.ofMillis(500);

    @TempDir private Path folder;

    @Test
    void wordsBecomeParagraphs() throws IOException {
        Tesseract tesseract = tesseract("eng", FakeTesseract.saying(90, "The kettle", "湯 沸 し"));
        assertEquals(
                new Recognised(List.of("The kettle", "湯沸し"), 90),
                tesseract.recognise(FakeTesseract.picture()));
    }

    @Test
    void linesOfAParagraphAreJoined() {
        String row = "5\t1\t1\t1\t%d\t1\t0\t0\t9\t9\t80\t%s\n";
        String table =
                String.format(Locale.ROOT, row, 1, "exam-")
                        + String.format(Locale.ROOT, row, 2, "ples")
                        + String.format(Locale.ROOT, row, 3, "follow");
        assertEquals(new Recognised(List.of("examples follow"), 80), TesseractTable.read(table));
    }

    @Test
    void languagesAreThoseThatAreInstalled() throws IOException {
        String echo =
                "cat >/dev/null\nprintf '5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t9\\t9\\t90\\t%s\\n' \"$4\"\n";
        assertEquals(Set.of("eng"), tesseract("eng\\ndeu\\nosd", echo).languages());
        assertEquals(List.of("eng"), said("eng\\ndeu", echo));
        assertEquals(List.of("eng+jpn"), said("eng\\njpn\\njpn_vert", echo));
    }

    @Test
    void whatCannotBeReadAcrossIsReadDown() throws IOException {
        String script =
                "cat >/dev/null\nif [ \"$4\" = jpn_vert ]; then c=90; else c=30; fi\n"
                        + "printf '5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t9\\t9\\t%s\\t%s\\n' $c \"$4\"\n";
        assertEquals(List.of("jpn_vert"), said("eng\\njpn\\njpn_vert", script));
        assertEquals(List.of("eng+jpn"), said("eng\\njpn", script));
    }

    @Test
    void aProgramWithoutUsefulLanguagesIsNone() throws IOException {
        FakeTesseract.write(folder, "deu\\nosd", "");
        assertEquals(Optional.empty(), Tesseract.find(List.of(folder)));
    }

    @Test
    void aProgramThatDoesNotStartIsNone() throws IOException {
        Path broken = Files.writeString(folder.resolve("tesseract"), "no program");
        assertEquals(Optional.empty(), Tesseract.find(List.of(folder)));
        assertTrue(broken.toFile().setExecutable(true));
        assertEquals(Optional.empty(), Tesseract.find(List.of(folder)));
        assertEquals(Optional.empty(), Tesseract.find(List.of(folder.resolve("none"))));
    }

    @Test
    void aProgramThatHangsIsEnded() throws IOException {
        Path pid = folder.resolve("pid");
        String hang = "echo $$ >'" + pid + "'\nsleep 600\n";
        FakeTesseract.write(folder, "eng", hang);
        Tesseract tesseract = Tesseract.find(List.of(folder), HASTY).orElseThrow();
        assertThrows(IOException.class, () -> tesseract.recognise(FakeTesseract.picture()));
        assertEnds(pid);
    }

    @Test
    void aProgramThatCrashesIsAFault() throws IOException {
        String crash = FakeTesseract.saying(90, "half of it") + "kill -9 $$\n";
        Tesseract tesseract = tesseract("eng", crash);
        assertThrows(IOException.class, () -> tesseract.recognise(FakeTesseract.picture()));
    }

    @Test
    void nonsenseIsNoText() throws IOException {
        Tesseract tesseract =
                tesseract(
                        "eng",
                        "head -c 100000 /dev/urandom\nprintf '5\\t\\t\\t\\t\\t\\t\\t\\t\\t\\tx\\ty'\n");
        assertFalse(tesseract.recognise(FakeTesseract.picture()).isText());
    }

    @Test
    void aProgramThatWritesWithoutEndIsGivenUp() throws IOException {
        Tesseract tesseract = tesseract("eng", "yes\n");
        assertThrows(IOException.class, () -> tesseract.recognise(FakeTesseract.picture()));
    }

    @Test
    void anInterruptEndsTheProgram() throws Exception {
        Path pid = folder.resolve("pid");
        Tesseract tesseract = tesseract("eng", "echo $$ >'" + pid + "'\nsleep 600\n");
        var ended = new CompletableFuture<Boolean>();
        Thread thread =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                tesseract.recognise(FakeTesseract.picture());
                                ended.complete(false);
                            } catch (IOException interrupted) {
                                ended.complete(Thread.currentThread().isInterrupted());
                            }
                        });
        while (!Files.exists(pid) || Files.size(pid) == 0) {
            Thread.sleep(10);
        }
        thread.interrupt();
        assertTrue(ended.get(1, TimeUnit.MINUTES));
        assertEnds(pid);
    }

    private static void assertEnds(Path pid) throws IOException {
        Optional<ProcessHandle> process =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        process.ifPresent(handle -> handle.onExit().orTimeout(1, TimeUnit.MINUTES).join());
        assertFalse(process.map(ProcessHandle::isAlive).orElse(false));
    }

    private List<String> said(String languages, String script) throws IOException {
        return tesseract(languages, script).recognise(FakeTesseract.picture()).paragraphs();
    }

    private Tesseract tesseract(String languages, String script) throws IOException {
        FakeTesseract.write(folder, languages, script);
        return Tesseract.find(List.of(folder), PATIENT).orElseThrow();
    }
}
