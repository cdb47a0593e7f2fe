package org.fumikura.rag.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Page;
import org.fumikura.rag.Span;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.parse.Block;
import org.fumikura.rag.parse.Block.TableRow.Role;
import org.fumikura.rag.parse.ParsedDocument;

/// Documents that tests write, block by block.
final class Documents {
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>(List.of(0));

    static Documents begin() {
        return new Documents();
    }

    Documents heading(int level, String words) {
        blocks.add(new Block.Heading(span(words), level));
        return this;
    }

    Documents paragraph(String words) {
        blocks.add(new Block.Paragraph(span(words)));
        return this;
    }

    Documents item(String words) {
        blocks.add(new Block.ListItem(span(words)));
        return this;
    }

    Documents header(String... cells) {
        blocks.add(new Block.TableRow(span(String.join("\t", cells)), Role.HEADER));
        return this;
    }

    Documents row(String... cells) {
        blocks.add(new Block.TableRow(span(String.join("\t", cells)), Role.BODY));
        return this;
    }

    Documents verbatim(String words) {
        blocks.add(new Block.Verbatim(span(words)));
        return this;
    }

    /// The next block begins a page.
    Documents page() {
        pages.add(text.length());
        return this;
    }

    /// The document, named and numbered.
    TaskDocument end(String title, int number) {
        var spans = new ArrayList<Page>();
        for (int i = 0; i < pages.size(); i++) {
            int end = i + 1 < pages.size() ? pages.get(i + 1) : text.length();
            spans.add(new Page(i + 1, new Span(pages.get(i), end)));
        }
        var content = new ParsedDocument(title, "text/plain", text.toString(), spans, blocks);
        var id = new DocumentId(String.format(Locale.ROOT, "%064x", number));
        return new TaskDocument(
                id,
                new Source(Path.of("/documents/" + number + ".md"), title),
                content,
                new Chunker().chunk(id, content));
    }

    private Span span(String words) {
        int start = text.length();
        text.append(words);
        var span = new Span(start, text.length());
        text.append("\n\n");
        return span;
    }
}
