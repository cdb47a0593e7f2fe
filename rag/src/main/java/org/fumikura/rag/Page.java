package org.fumikura.rag;

/// A page of a document (a slide, a sheet, a mail or a chapter where the format has no pages): its
/// number from 1 and its stretch of the document's text.
public record Page(int number, Span span) {
    public Page {
        if (number < 1) {
            throw new IllegalArgumentException("pages count from 1");
        }
    }
}
