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
import java.util.concurrent.LinkedBlockingQueue;
import org.fumikura.rag.parse.DocumentParser;
import org.fumikura.rag.parse.DocumentParsers;
import org.fumikura.rag.parse.PageDrawing;
import org.fumikura.rag.parse.PdfPages;
import org.fumikura.rag.parse.Recognition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The parsing process: reads one file after another and draws pages, as its parent asks, until the
/// parent is gone.
public final class ParserMain {
    private static final Logger LOG = LoggerFactory.getLogger(ParserMain.class);

    private ParserMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        serve(new DocumentParsers(), new PdfPages());
    }

    /// Reads with `parser` and draws with `drawing` what the parent asks for; never returns.
    static void serve(DocumentParser parser, PageDrawing drawing)
            throws IOException, InterruptedException {
        var wire =
                new Wire(
                        new FileInputStream(FileDescriptor.in),
                        new FileOutputStream(FileDescriptor.out));
        var requests = new LinkedBlockingQueue<Wire.Request>();
        // The parent may die while a file is being read that never ends.
        Thread.ofPlatform().name("requests").daemon().start(() -> receive(wire, requests));
        wire.write(new Wire.Ready(ProcessHandle.current().pid()));
        if (requests.isEmpty()) {
            rehearse(parser);
        }
        while (true) {
            Wire.Request request = requests.take();
            wire.write(reply(parser, drawing, request));
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

    private static void receive(Wire wire, LinkedBlockingQueue<Wire.Request> requests) {
        try {
            while (true) {
                requests.add(wire.read(Wire.Request.class));
            }
        } catch (EOFException gone) {
            end(0);
        } catch (IOException broken) {
            end(1);
        }
    }

    /// Takes the programs along that it started.
    private static void end(int code) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(code);
    }
}
