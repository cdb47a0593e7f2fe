package org.fumikura.rag.parse;

/// Thrown inside this package when a document's text passes [TextAssembly#MAX_LENGTH], or what is
/// unpacked from a file passes [Unpacking#limit()].
final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    TooLargeException(long limit) {
        super("too large", null, false, false);
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
