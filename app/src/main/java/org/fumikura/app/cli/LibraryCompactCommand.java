package org.fumikura.app.cli;

import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.app.text.Sizes;
import picocli.CommandLine.Command;

/// `library compact`: gives back the disk space of what was taken out.
@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        description = "Give back the disk space of files that were taken out or changed.")
final class LibraryCompactCommand implements Callable<Integer> {
    private final Session session;

    LibraryCompactCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::compact);
    }

    private int compact(Composition services) {
        long before = services.libraryBytes();
        services.library().compact();
        long after = services.libraryBytes();
        session.console()
                .print(
                        session.text(
                                "cli.library.compacted",
                                Sizes.bytes(session.console().messages(), before),
                                Sizes.bytes(session.console().messages(), after)));
        return ExitCode.DONE;
    }
}
