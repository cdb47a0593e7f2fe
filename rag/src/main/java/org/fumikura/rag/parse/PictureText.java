package org.fumikura.rag.parse;

import java.util.List;

/// The text recognised in a picture of a page.
///
/// @param paragraphs in reading order; none if no text was found that can be relied on
public record PictureText(List<String> paragraphs) {
    /// A picture was looked at in vain.
    public static final PictureText NONE = new PictureText(List.of());

    public PictureText {
        paragraphs = List.copyOf(paragraphs);
    }
}
