package org.fumikura.rag.parse.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.fumikura.rag.parse.DocumentParser;
import org.fumikura.rag.parse.DocumentParsers;
import org.fumikura.rag.parse.PageDrawing;
import org.fumikura.rag.parse.PageOrder;
import org.fumikura.rag.parse.PagePicture;
import org.fumikura.rag.parse.PagePicture.NotDrawn;
import org.fumikura.rag.parse.ParseOptions;
import org.fumikura.rag.parse.ParseOutcome;
import org.fumikura.rag.parse.Recognition;
import org.fumikura.rag.parse.RecognitionOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads files and draws pages in other processes, one for each thread that asks at the same time.
/// Notes are read in this one: the way to another and back takes longer than reading them.
///
/// Where no process can be started, files are read in this one, and no page is drawn.
public final class IsolatedParser implements DocumentParser, PageDrawing, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IsolatedParser.class);
    // Somebody waits for it, who would rather have the page's text by then.
    private static final Duration A_PAGE = Duration.ofSeconds(30);

    private final ParseLimits limits;
    private final ProcessPool processes;
    private final DocumentParsers here = new DocumentParsers();

    /// No process is started yet.
    ///
    /// @param fonts a folder for the list of this machine's fonts, which drawing needs and which
    ///   takes seconds to make; where it cannot be written to the list is made anew by each process
    public IsolatedParser(ParseLimits limits, Path fonts) {
        this(limits, fonts, ParserMain.class.getName());
    }

    IsolatedParser(ParseLimits limits, Path fonts, String main) {
        this.limits = limits;
        this.processes = new ProcessPool(limits, main, fonts);
    }

    @Override
    public ParseOutcome parse(Path file, ParseOptions options) {
        if (here.isNote(file)) {
            return here.parse(file, options);
        }
        return run(
                        new Wire.Request.Read(absolute(file), options),
                        limits.time(size(file)),
                        () -> Recognition.without(here.parse(file, options)))
                .outcome();
    }

    /// Starts a process if there is none.
    @Override
    public void prepare() {
        processes.prepare();
    }

    @Override
    public Set<String> recognises() {
        return here.recognises();
    }

    @Override
    public Recognition recognise(Path file, RecognitionOrder order) {
        // The last picture may be begun in the last second.
        Duration more = Duration.ofSeconds(order.seconds()).plus(RecognitionOrder.LONGEST_PICTURE);
        return run(
                new Wire.Request.Recognise(absolute(file), order),
                limits.time(size(file)).plus(more),
                () -> here.recognise(file, order));
    }

    @Override
    public PagePicture draw(Path file, PageOrder order) {
        Duration least = limits.least();
        Duration time = least.compareTo(A_PAGE) < 0 ? least : A_PAGE;
        try {
            return switch (processes.ask(new Wire.Request.Draw(absolute(file), order), time)) {
                case Wire.Reply.Page page -> page.picture();
                case Wire.Reply.Stopped _ -> new NotDrawn(NotDrawn.Reason.STOPPED);
                case Wire.Reply.Outcome _ -> throw new IllegalStateException("no page");
            };
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return new NotDrawn(NotDrawn.Reason.STOPPED);
        } catch (IOException fault) {
            LOG.warn("No drawing process: {}", fault.getClass().getSimpleName());
            return new NotDrawn(NotDrawn.Reason.STOPPED);
        }
    }

    /// @param inThisProcess does the same where no process can be started
    private Recognition run(
            Wire.Request request, Duration time, Supplier<Recognition> inThisProcess) {
        try {
            return switch (processes.ask(request, time)) {
                case Wire.Reply.Outcome outcome -> outcome.recognition();
                case Wire.Reply.Stopped(var reason) ->
                        new Recognition(
                                new ParseOutcome.Stopped(reason), List.of(), Recognition.Rest.MORE);
                case Wire.Reply.Page _ -> throw new IllegalStateException("no outcome");
            };
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return Recognition.without(new ParseOutcome.Inaccessible("interrupted"));
        } catch (IOException fault) {
            LOG.warn("No parsing process: {}", fault.getClass().getSimpleName());
            return inThisProcess.get();
        }
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().toString();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // The parser says what is wrong with it.
            return 0;
        }
    }

    /// Ends the idle processes; one that is reading ends with its file.
    @Override
    public void close() {
        processes.close();
    }
}
