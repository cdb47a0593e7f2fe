package org.fumikura.rag.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.fumikura.rag.Page;
import org.fumikura.rag.Span;
import org.fumikura.rag.parse.Block;
import org.fumikura.rag.parse.DocumentParser;
import org.fumikura.rag.parse.ParseOptions;
import org.fumikura.rag.parse.ParseOutcome;
import org.fumikura.rag.parse.ParsedDocument;
import org.fumikura.rag.parse.PictureText;
import org.fumikura.rag.parse.Quality;
import org.fumikura.rag.parse.Recognition;
import org.fumikura.rag.parse.RecognitionOrder;

/// Reads files each line of which is a page. A line that begins with `#` stands for a picture of
/// the text behind it; one is recognised at a go. `#` alone shows nothing, `#!` ends the process.
final class PagesOfPictures implements DocumentParser {
    private final Set<String> languages = new TreeSet<>(Set.of("eng", "jpn", "jpn_vert"));
    private final AtomicInteger recognised = new AtomicInteger();
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final int stuckAfter;

    PagesOfPictures() {
        this(Integer.MAX_VALUE);
    }

    /// @param stuckAfter how many pictures are recognised before the parser waits for [#release]
    PagesOfPictures(int stuckAfter) {
        this.stuckAfter = stuckAfter;
    }

    PagesOfPictures knowing(String... known) {
        languages.clear();
        languages.addAll(List.of(known));
        return this;
    }

    int recognised() {
        return recognised.get();
    }

    void awaitStuck() throws InterruptedException {
        stuck.await();
    }

    void release() {
        free.countDown();
    }

    @Override
    public Set<String> recognises() {
        return Set.copyOf(languages);
    }

    @Override
    public ParseOutcome parse(Path file, ParseOptions options) {
        return read(file, List.of());
    }

    @Override
    public Recognition recognise(Path file, RecognitionOrder order) {
        List<String> pictures = lines(file).stream().filter(line -> line.startsWith("#")).toList();
        var texts = new ArrayList<>(order.known());
        if (texts.size() < pictures.size()) {
            String picture = pictures.get(texts.size()).substring(1).strip();
            if (picture.equals("!")) {
                var crash = new ParseOutcome.Stopped(ParseOutcome.Stopped.Reason.CRASH);
                return new Recognition(crash, List.of(), Recognition.Rest.MORE);
            }
            if (!pass()) {
                var interrupted = new ParseOutcome.Inaccessible("interrupted");
                return new Recognition(interrupted, List.of(), Recognition.Rest.NOTHING);
            }
            texts.add(picture.isEmpty() ? PictureText.NONE : new PictureText(List.of(picture)));
        }
        return new Recognition(
                read(file, texts),
                texts,
                texts.size() < pictures.size() ? Recognition.Rest.MORE : Recognition.Rest.NOTHING);
    }

    private boolean pass() {
        try {
            if (recognised.incrementAndGet() > stuckAfter) {
                stuck.countDown();
                free.await();
            }
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ParseOutcome read(Path file, List<PictureText> texts) {
        var text = new StringBuilder();
        var pages = new ArrayList<Page>();
        var blocks = new ArrayList<Block>();
        int met = 0;
        int unread = 0;
        int read = 0;
        for (String line : lines(file)) {
            String words = line;
            if (line.startsWith("#")) {
                PictureText known = met < texts.size() ? texts.get(met) : PictureText.NONE;
                words = String.join("\n", known.paragraphs());
                met++;
                unread += words.isEmpty() ? 1 : 0;
                read += words.isEmpty() ? 0 : 1;
            }
            var span = new Span(text.length(), text.length() + words.length());
            text.append(words).append('\n');
            pages.add(new Page(pages.size() + 1, span));
            if (!words.isEmpty()) {
                blocks.add(new Block.Paragraph(span));
            }
        }
        if (blocks.isEmpty()) {
            return new ParseOutcome.NeedsOcr(unread);
        }
        var quality = new Quality(unread, 0, read, 0, 0);
        return new ParseOutcome.Parsed(
                new ParsedDocument("", "text/plain", text.toString(), pages, blocks, quality));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException gone) {
            return List.of();
        }
    }
}
