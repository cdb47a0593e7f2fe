package org.fumikura.rag.parse.process;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fumikura.rag.parse.DocumentParser;
import org.fumikura.rag.parse.DocumentParsers;
import org.fumikura.rag.parse.PageDrawing;
import org.fumikura.rag.parse.ParseOutcome.Stopped.Reason;
import org.fumikura.rag.parse.PdfPages;
import org.fumikura.rag.parse.Recognition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The parsing process: reads files and draws pages as its parent asks, as many at once as it asks
/// for, until the parent is gone.
public final class ParserMain {
    private static final Logger LOG = LoggerFactory.getLogger(ParserMain.class);

    private ParserMain() {}

    public static void main(String[] arguments) throws IOException {
        serve(new DocumentParsers(), new PdfPages());
    }

    /// Reads with `parser` and draws with `drawing` what the parent asks for; never returns.
    static void serve(DocumentParser parser, PageDrawing drawing) throws IOException {
        var in = new FileInputStream(FileDescriptor.in);
        var wire = new Wire(in, new FileOutputStream(FileDescriptor.out));
        wire.write(new Wire.Ready(ProcessHandle.current().pid()));
        // Not daemons: the process lives as long as its parent asks.
        ExecutorService threads = Executors.newCachedThreadPool();
        if (in.available() == 0) {
            threads.execute(() -> rehearse(parser));
        }
        try {
            while (true) {
                Wire.Asked asked = wire.read(Wire.Asked.class);
                threads.execute(() -> answer(wire, parser, drawing, asked));
            }
        } catch (EOFException gone) {
            // The parent may have died while a file is being read that never ends.
            end(0);
        } catch (IOException broken) {
            end(1);
        }
    }

    /// Reads a page of its own while nobody waits: what that loads, the first file would have to.
    private static void rehearse(DocumentParser parser) {
        try (InputStream bytes =
                Objects.requireNonNull(ParserMain.class.getResourceAsStream("rehearsal.pdf"))) {
            Path page = Files.createTempFile("rehearsal", ".pdf");
            Files.copy(bytes, page, StandardCopyOption.REPLACE_EXISTING);
            parser.parse(page);
            Files.delete(page);
        } catch (IOException fault) {
            LOG.debug("no rehearsal: {}", fault.getClass().getSimpleName());
        }
    }

    private static void answer(
            Wire wire, DocumentParser parser, PageDrawing drawing, Wire.Asked asked) {
        Wire.Reply reply;
        try {
            reply = reply(parser, drawing, asked.request());
        } catch (RuntimeException | Error fault) {
            LOG.debug("a parser failed: {}", fault.getClass().getSimpleName());
            reply = new Wire.Reply.Stopped(Reason.CRASH);
        }
        try {
            wire.write(new Wire.Answered(asked.number(), reply));
        } catch (IOException broken) {
            end(1);
        }
    }

    private static Wire.Reply reply(
            DocumentParser parser, PageDrawing drawing, Wire.Request request) {
        Path file = Path.of(request.file());
        return switch (request) {
            case Wire.Request.Read read ->
                    new Wire.Reply.Outcome(Recognition.without(parser.parse(file, read.options())));
            case Wire.Request.Recognise recognise ->
                    new Wire.Reply.Outcome(parser.recognise(file, recognise.order()));
            case Wire.Request.Draw draw -> new Wire.Reply.Page(drawing.draw(file, draw.order()));
        };
    }

    /// Takes the programs along that it started.
    private static void end(int code) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(code);
    }
}
