package org.fumikura.inference.catalog;

import org.fumikura.inference.InferenceException.Code;

/// One source did not give the file; the next one is tried.
final class SourceFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Code code;

    SourceFailure(Code code, String reason) {
        super(reason);
        this.code = code;
    }

    Code code() {
        return code;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
