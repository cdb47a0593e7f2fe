package org.fumikura.rag.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Page;
import org.fumikura.rag.Passage;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.library.LibraryContents;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.parse.Block;
import org.fumikura.rag.parse.ParsedDocument;

/// What a task works on: a document of the library, or a text that was given.
///
/// @param passages the same that search finds
public record TaskDocument(
        DocumentId id, Source source, ParsedDocument content, List<Passage> passages) {
    private static final Pattern PARAGRAPH = Pattern.compile("\\S(?:.|\\n(?!\\s*\\n))*");

    public TaskDocument {
        passages = List.copyOf(passages);
    }

    /// A document of the library; empty if it is not there any more.
    public static Optional<TaskDocument> of(LibraryContents library, DocumentId id) {
        return library.source(id)
                .flatMap(source ->
                        library.parsed(id)
                                .map(content ->
                                        new TaskDocument(
                                                id,
                                                source,
                                                content,
                                                new Chunker().chunk(id, content))));
    }

    /// A text that belongs to no file: paragraphs parted by empty lines.
    public static TaskDocument ofText(String text) {
        var blocks = new ArrayList<Block>();
        Matcher paragraph = PARAGRAPH.matcher(text);
        while (paragraph.find()) {
            Span span = new Span(paragraph.start(), paragraph.end()).trimmed(text);
            blocks.add(new Block.Paragraph(span));
        }
        var page = new Page(1, new Span(0, text.length()));
        var content = new ParsedDocument("", "text/plain", text, List.of(page), blocks);
        DocumentId id = new DocumentId(DigestUtils.sha256Hex(text));
        return new TaskDocument(
                id, new Source(Path.of(""), ""), content, new Chunker().chunk(id, content));
    }

    /// The language most of it is written in.
    public Language language() {
        return WrittenIn.most(content.text());
    }

    /// The page that a place in the text is on, from 1.
    public int page(int offset) {
        int page = 1;
        for (Page each : content.pages()) {
            if (each.span().start() <= offset) {
                page = each.number();
            }
        }
        return page;
    }
}
