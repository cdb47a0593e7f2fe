package org.fumikura.rag.parse;

/// Thrown inside this package when a document's text passes [TextAssembly#MAX_LENGTH].
final class TextTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TextTooLongException() {
        super("text too long", null, false, false);
    }
}
