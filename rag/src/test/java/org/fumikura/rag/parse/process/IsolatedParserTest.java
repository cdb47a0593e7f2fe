package org.fumikura.rag.parse.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.fumikura.rag.Span;
import org.fumikura.rag.parse.DocumentParsers;
import org.fumikura.rag.parse.PageOrder;
import org.fumikura.rag.parse.PagePicture.Drawn;
import org.fumikura.rag.parse.PagePicture.NotDrawn;
import org.fumikura.rag.parse.ParseOptions;
import org.fumikura.rag.parse.ParseOutcome;
import org.fumikura.rag.parse.ParseOutcome.Stopped.Reason;
import org.fumikura.rag.parse.PdfPages;
import org.fumikura.rag.parse.PictureText;
import org.fumikura.rag.parse.Recognition;
import org.fumikura.rag.parse.RecognitionOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class IsolatedParserTest {
    private static final ParseLimits PATIENT =
            new ParseLimits(128, Duration.ofMinutes(3), Duration.ZERO, Duration.ofMinutes(3));
    private static final ParseLimits HASTY =
            new ParseLimits(128, Duration.ofSeconds(3), Duration.ZERO, Duration.ofSeconds(3));

    @TempDir private Path folder;

    @Test
    void whatComesBackIsWhatTheParsersSay() throws IOException {
        String table = "name\tvalue\nkettle\t1\n";
        List<Path> files =
                List.of(
                        write(
                                "a.md",
                                "# 題\n\n段落 one.\n\n- item\n- 二\n\n|a|b|\n|-|-|\n|1|2|\n"
                                        .repeat(1_000)),
                        write("b.tsv", table.repeat(5_000)),
                        write("c.java", "class A {\n    int 値 = 1;\n}\n"),
                        write("d.txt", ""),
                        write("e.pdf", "%PDF-1.7 and nothing else"),
                        write("f.mp3", "ID3\u0003 no music"),
                        folder.resolve("not-there.txt"));
        var here = new DocumentParsers();
        try (var elsewhere = new IsolatedParser(PATIENT, folder.resolve("fonts"))) {
            for (Path file : files) {
                assertEquals(here.parse(file), elsewhere.parse(file), file.toString());
            }
            assertEquals(1, children());
        }
        assertEquals(0, children());
    }

    @Test
    void aNoteIsReadHere() throws IOException {
        try (var elsewhere = new IsolatedParser(PATIENT, folder.resolve("fonts"))) {
            var note = elsewhere.parse(write("a.md", "# Bees\n\nText.\n"));
            assertEquals(
                    "Bees", assertInstanceOf(ParseOutcome.Parsed.class, note).document().title());
            elsewhere.parse(write("b.txt", "短いメモ。"));
            assertEquals(0, children());

            elsewhere.parse(write("long.txt", "A line of many.\n".repeat(2_000)));
            assertEquals(1, children());
        }
    }

    @Test
    void aPreparedProcessServesTheNextFile() throws IOException {
        Path file = write("a.html", "<h1>Title</h1><p>Text.</p>");
        try (var elsewhere = new IsolatedParser(PATIENT, folder.resolve("fonts"))) {
            elsewhere.prepare();
            elsewhere.prepare();
            long prepared = ProcessHandle.current().children().findFirst().orElseThrow().pid();
            assertEquals(1, children());

            assertInstanceOf(ParseOutcome.Parsed.class, elsewhere.parse(file));
            elsewhere.prepare();

            assertEquals(1, children());
            assertEquals(
                    prepared, ProcessHandle.current().children().findFirst().orElseThrow().pid());
        }
        assertEquals(0, children());
    }

    @Test
    void picturesAreRecognisedThereAsHere() throws IOException {
        var text = new PictureText(List.of("章 one", "two"));
        Path scan = folder.resolve("scan.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                var picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
                content.drawImage(
                        LosslessFactory.createFromImage(document, picture), 0, 0, 600, 700);
            }
            document.save(scan.toFile());
        }
        var order = new RecognitionOrder(List.of(text), 5);
        var here = new DocumentParsers();
        try (var elsewhere = new IsolatedParser(PATIENT, folder.resolve("fonts"))) {
            assertEquals(here.recognises(), elsewhere.recognises());
            Recognition found = elsewhere.recognise(scan, order);
            assertEquals(List.of(text), found.pictures());
            assertEquals(here.recognise(scan, order), found);
        }
    }

    @Test
    void aPasswordReachesTheParser() throws IOException {
        Path file = folder.resolve("locked.pdf");
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var policy = new StandardProtectionPolicy("owner", "合鍵", new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            document.save(file.toFile());
        }
        try (var parser = new IsolatedParser(PATIENT, folder.resolve("fonts"))) {
            assertEquals(new ParseOutcome.NeedsPassword(), parser.parse(file));
            assertEquals(new ParseOutcome.Empty(), parser.parse(file, new ParseOptions("合鍵")));
        }
    }

    @Test
    void aFileThatHangsIsGivenUp() throws IOException {
        try (var parser = misbehaving(HASTY)) {
            assertEquals(
                    new ParseOutcome.Stopped(Reason.TIME), parser.parse(write("hangs.csv", "x")));
            assertEquals(0, children());
        }
    }

    @Test
    void aFileThatEatsMemoryCostsItselfAlone() throws IOException {
        try (var parser = misbehaving(PATIENT)) {
            assertInstanceOf(ParseOutcome.Parsed.class, parser.parse(write("good.csv", "good")));
            assertEquals(
                    new ParseOutcome.Stopped(Reason.MEMORY),
                    parser.parse(write("explodes.csv", "x")));
            assertInstanceOf(ParseOutcome.Parsed.class, parser.parse(write("good.csv", "good")));
        }
    }

    @Test
    void aFileThatCrashesItsParserCostsItselfAlone() throws IOException {
        try (var parser = misbehaving(PATIENT)) {
            assertEquals(
                    new ParseOutcome.Stopped(Reason.CRASH),
                    parser.parse(write("crashes.csv", "x")));
            assertInstanceOf(ParseOutcome.Parsed.class, parser.parse(write("good.csv", "good")));
        }
    }

    @Test
    void filesThatAreReadTogetherShareAProcessButNotItsEnd() throws Exception {
        try (var parser = misbehaving(PATIENT)) {
            Path file = write("waits.csv", "good");
            var outcome = new CompletableFuture<ParseOutcome>();
            Thread.ofPlatform().start(() -> outcome.complete(parser.parse(file)));
            Set<String> first = awaitBegun(1);
            assertInstanceOf(ParseOutcome.Parsed.class, parser.parse(write("good.csv", "good")));
            assertEquals(1, children());

            assertEquals(
                    new ParseOutcome.Stopped(Reason.CRASH),
                    parser.parse(write("crashes.csv", "x")));

            assertTrue(awaitBegun(2).containsAll(first));
            assertFalse(outcome.isDone());
            write("go", "");
            assertInstanceOf(ParseOutcome.Parsed.class, outcome.get(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void aParsersMistakeDoesNotEndTheProcess() throws IOException {
        try (var parser = misbehaving(PATIENT)) {
            assertInstanceOf(ParseOutcome.Parsed.class, parser.parse(write("good.csv", "good")));
            long process = ProcessHandle.current().children().findFirst().orElseThrow().pid();
            assertEquals(
                    new ParseOutcome.Stopped(Reason.CRASH), parser.parse(write("fails.csv", "x")));
            assertTrue(ProcessHandle.current().children().anyMatch(one -> one.pid() == process));
        }
    }

    /// The processes that began with a file that waits, as soon as there are so many.
    private Set<String> awaitBegun(int processes) throws IOException, InterruptedException {
        while (true) {
            try (Stream<Path> files = Files.list(folder)) {
                Set<String> begun =
                        files.map(file -> file.getFileName().toString())
                                .filter(name -> name.startsWith("begun-"))
                                .collect(Collectors.toSet());
                if (begun.size() == processes) {
                    return begun;
                }
            }
            Thread.sleep(10);
        }
    }

    @Test
    void aProcessThatDiedBetweenTwoFilesCostsNone() throws IOException, InterruptedException {
        try (var parser = new IsolatedParser(PATIENT, folder.resolve("fonts"))) {
            Path file = write("good.csv", "good");
            assertInstanceOf(ParseOutcome.Parsed.class, parser.parse(file));
            for (ProcessHandle child : ProcessHandle.current().children().toList()) {
                child.destroyForcibly();
                child.onExit().join();
            }
            assertInstanceOf(ParseOutcome.Parsed.class, parser.parse(file));
        }
    }

    @Test
    void aPageIsDrawnThereAsHere() throws IOException {
        Path file = folder.resolve("page.pdf");
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(100, 500);
                content.showText("The kettle boils.");
                content.endText();
            }
            document.save(file.toFile());
        }
        var order = new PageOrder(1, 200, "The kettle boils.", new Span(4, 10));
        try (var elsewhere = new IsolatedParser(PATIENT, folder.resolve("fonts"))) {
            var here = assertInstanceOf(Drawn.class, new PdfPages().draw(file, order));
            var there = assertInstanceOf(Drawn.class, elsewhere.draw(file, order));
            assertEquals(1, there.marks().size());
            assertEquals(here.marks(), there.marks());
            assertArrayEquals(here.png(), there.png());
        }
    }

    @Test
    void aPageThatHangsOrCrashesIsGivenUp() throws IOException {
        var order = new PageOrder(1, 200, "", new Span(0, 0));
        try (var parser = misbehaving(HASTY)) {
            assertEquals(
                    new NotDrawn(NotDrawn.Reason.STOPPED),
                    parser.draw(write("hangs.csv", "x"), order));
            assertEquals(
                    new NotDrawn(NotDrawn.Reason.STOPPED),
                    parser.draw(write("crashes.csv", "x"), order));
        }
    }

    @Test
    void anInterruptEndsTheReading() throws IOException, InterruptedException {
        try (var parser = misbehaving(PATIENT)) {
            Path file = write("hangs.csv", "x");
            var outcome = new AtomicReference<ParseOutcome>(new ParseOutcome.Empty());
            var flagged = new CountDownLatch(1);
            Thread reader =
                    Thread.ofPlatform()
                            .start(() -> {
                                outcome.set(parser.parse(file));
                                if (Thread.currentThread().isInterrupted()) {
                                    flagged.countDown();
                                }
                            });
            while (children() == 0) {
                Thread.onSpinWait();
            }
            reader.interrupt();
            assertTrue(flagged.await(60, TimeUnit.SECONDS));
            assertInstanceOf(ParseOutcome.Inaccessible.class, outcome.get());
            assertEquals(0, children());
        }
    }

    @Test
    void aLargerFileIsGivenMoreTime() {
        var limits =
                new ParseLimits(
                        1, Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofMinutes(1));
        assertEquals(Duration.ofSeconds(10), limits.time(1_000));
        assertEquals(Duration.ofSeconds(20), limits.time(5L << 20));
        assertEquals(Duration.ofMinutes(1), limits.time(5L << 30));
    }

    @Test
    void nothingIsLeftInTheTemporaryFolder() throws IOException, InterruptedException {
        ParserProcess process =
                ParserProcess.start(ParserMain.class.getName(), 128, folder.resolve("fonts"));
        Path file = write("good.csv", "good");
        var request = new Wire.Request.Read(file.toString(), ParseOptions.PLAIN);
        assertInstanceOf(Wire.Reply.Outcome.class, process.ask(request, PATIENT.time(0)));
        assertTrue(Files.isDirectory(process.folder()));
        process.kill();
        assertFalse(Files.exists(process.folder()));
    }

    private IsolatedParser misbehaving(ParseLimits limits) {
        return new IsolatedParser(
                limits, folder.resolve("fonts"), MisbehavingParserMain.class.getName());
    }

    private static long children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
