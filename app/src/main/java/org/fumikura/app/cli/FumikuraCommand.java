package org.fumikura.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.fumikura.app.Home;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `fumikura` alone: opens the window. Holds the option that every command takes.
@Command(
        name = "fumikura",
        mixinStandardHelpOptions = true,
        version = "Fumikura 0.1.0",
        description =
                "Answers questions from your own documents, offline. Without a command: opens the window.")
final class FumikuraCommand implements Callable<Integer> {
    private final Function<Optional<Path>, Home> homes;
    private final ToIntFunction<Home> window;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Data folder (default: FUMIKURA_HOME, or the platform's data folder).")
    private @Nullable Path folder;

    FumikuraCommand(Function<Optional<Path>, Home> homes, ToIntFunction<Home> window) {
        this.homes = homes;
        this.window = window;
    }

    /// The home that the command line names.
    Home home() {
        return homes.apply(Optional.ofNullable(folder));
    }

    @Override
    public Integer call() {
        return window.applyAsInt(home());
    }
}
