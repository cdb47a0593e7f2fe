package org.fumikura.app.viewer;

import org.fumikura.rag.parse.PagePicture;

/// What there is of a page beside its text.
public sealed interface PageLook {
    /// Nothing: the format has no pages to draw, or the text was asked for.
    record TextOnly() implements PageLook {}

    /// A picture.
    record Picture(PagePicture.Drawn drawn) implements PageLook {}

    /// It could not be drawn.
    record Undrawn() implements PageLook {}
}
