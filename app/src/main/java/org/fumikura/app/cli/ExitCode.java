package org.fumikura.app.cli;

/// What a command ends with.
final class ExitCode {
    /// Done.
    static final int DONE = 0;

    /// Some inputs failed; each was named.
    static final int SOME_FAILED = 1;

    /// The command line was not understood.
    static final int USAGE = 2;

    /// A model or the index is missing or broken; what to do was said.
    static final int NOT_READY = 3;

    private ExitCode() {}
}
