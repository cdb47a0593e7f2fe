package org.fumikura.app.cli;

import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.rag.library.Checkup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `library verify`: compares the index with the database and repairs what differs.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Compare the index with what it should hold, and repair it.")
final class LibraryVerifyCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "What was found as one JSON object.")
    private boolean json;

    LibraryVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::verify);
    }

    private int verify(Composition services) {
        Console console = session.console();
        Checkup found = services.library().verify();
        if (!found.isSound()) {
            Ingest.resume(console, services.library());
        }
        if (json) {
            console.print(ResultJson.of(found));
        } else {
            console.print(
                    session.text(
                            found.isSound() ? "cli.library.sound" : "cli.library.repaired",
                            found.documents(),
                            found.missing().size(),
                            found.withoutMeaning().size(),
                            found.strays().size()));
        }
        if (!found.databaseSound()) {
            console.note(session.text("cli.library.databaseDamaged"));
            return ExitCode.NOT_READY;
        }
        return ExitCode.DONE;
    }

    /// What `library verify --json` prints: how many documents there should be, and of how many
    /// what was repaired.
    record ResultJson(int documents, boolean database, int reindexed, int reembedded, int removed) {
        static ResultJson of(Checkup found) {
            return new ResultJson(
                    found.documents(),
                    found.databaseSound(),
                    found.missing().size(),
                    found.withoutMeaning().size(),
                    found.strays().size());
        }
    }
}
