package org.fumikura.rag.parse;

import java.util.List;
import org.fumikura.rag.Page;

/// What a parser makes of a file.
///
/// @param title the document's own title; empty if it has none
/// @param mediaType such as `application/pdf`
/// @param text the whole text, pages and blocks separated by line breaks
/// @param pages in order, numbered from 1, without overlap, together covering every block
/// @param blocks in reading order, none crossing a page
/// @param quality what of the file the text leaves out
public record ParsedDocument(
        String title,
        String mediaType,
        String text,
        List<Page> pages,
        List<Block> blocks,
        Quality quality) {
    public ParsedDocument {
        pages = List.copyOf(pages);
        blocks = List.copyOf(blocks);
    }

    /// A document that leaves nothing out.
    public ParsedDocument(
            String title, String mediaType, String text, List<Page> pages, List<Block> blocks) {
        this(title, mediaType, text, pages, blocks, Quality.FULL);
    }
}
