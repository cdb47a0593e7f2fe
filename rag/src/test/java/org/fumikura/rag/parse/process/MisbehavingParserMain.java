package org.fumikura.rag.parse.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.fumikura.rag.parse.DocumentParser;
import org.fumikura.rag.parse.DocumentParsers;
import org.fumikura.rag.parse.ParseOptions;
import org.fumikura.rag.parse.ParseOutcome;
import org.fumikura.rag.parse.PdfPages;

/// A parsing process in which the names of files say what their parser does.
final class MisbehavingParserMain {
    private MisbehavingParserMain() {}

    public static void main(String[] arguments) throws IOException {
        DocumentParser parsers = new DocumentParsers();
        ParserMain.serve(
                (file, options) -> parse(parsers, file, options),
                (file, order) -> {
                    parse(parsers, file, ParseOptions.PLAIN);
                    return new PdfPages().draw(file, order);
                });
    }

    private static ParseOutcome parse(DocumentParser parsers, Path file, ParseOptions options) {
        switch (file.getFileName().toString()) {
            case "hangs.csv" -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException never) {
                    throw new IllegalStateException(never);
                }
            }
            case "explodes.csv" -> {
                List<long[]> held = new ArrayList<>();
                while (!held.contains(new long[0])) {
                    held.add(new long[1_000_000]);
                }
            }
            case "waits.csv" -> {
                try {
                    Files.createFile(file.resolveSibling("begun-" + ProcessHandle.current().pid()));
                    while (!Files.exists(file.resolveSibling("go"))) {
                        Thread.sleep(10);
                    }
                } catch (IOException | InterruptedException never) {
                    throw new IllegalStateException(never);
                }
            }
            case "fails.csv" -> throw new IllegalStateException("a parser's mistake");
            case "crashes.csv" -> Runtime.getRuntime().halt(134);
            default -> {}
        }
        return parsers.parse(file, options);
    }
}
