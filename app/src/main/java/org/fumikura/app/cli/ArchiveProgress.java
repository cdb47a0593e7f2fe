package org.fumikura.app.cli;

import org.fumikura.app.text.Sizes;
import org.fumikura.rag.library.archive.Progress;

/// Tells how far an export or import is.
record ArchiveProgress(Session session) implements Progress {
    @Override
    public void at(long done, long total) {
        Console console = session.console();
        console.progress(
                session.text(
                        "cli.archive.progress",
                        Sizes.bytes(console.messages(), done),
                        Sizes.bytes(console.messages(), total)));
    }
}
