package org.fumikura.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.fumikura.app.Composition;
import org.fumikura.app.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// Reads the command line and runs the command it names.
public final class CommandLineInterface {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLineInterface.class);

    private final Console console;
    private final CommandLine commands;

    /// @param homes the home in the folder given, or the standard one
    /// @param opening opens a home's services
    /// @param window opens the window on a home and returns the exit code when it was closed
    public CommandLineInterface(
            Console console,
            Function<Optional<Path>, Home> homes,
            Function<Home, Composition> opening,
            ToIntFunction<Home> window) {
        this.console = console;
        var root = new FumikuraCommand(homes, window);
        var session = new Session(console, root, opening);
        this.commands =
                new CommandLine(root)
                        .addSubcommand(new AskCommand(session))
                        .addSubcommand(new AddCommand(session))
                        .addSubcommand(new SearchCommand(session))
                        .addSubcommand(new TaskCommand(session))
                        .addSubcommand(
                                new CommandLine(new LibraryCommand())
                                        .addSubcommand(new LibraryListCommand(session))
                                        .addSubcommand(new LibraryPasswordCommand(session))
                                        .addSubcommand(new LibraryRemoveCommand(session))
                                        .addSubcommand(new LibraryRestoreCommand(session))
                                        .addSubcommand(new LibraryCollectionsCommand(session))
                                        .addSubcommand(new LibraryWordsCommand(session))
                                        .addSubcommand(new LibraryExportCommand(session))
                                        .addSubcommand(new LibraryImportCommand(session))
                                        .addSubcommand(new LibraryVerifyCommand(session))
                                        .addSubcommand(new LibraryCompactCommand(session)))
                        .addSubcommand(
                                new CommandLine(new ModelsCommand())
                                        .addSubcommand(new ModelsListCommand(session))
                                        .addSubcommand(new ModelsGetCommand(session))
                                        .addSubcommand(new ModelsImportCommand(session))
                                        .addSubcommand(new ModelsQuantizeCommand(session))
                                        .addSubcommand(new ModelsAddEndpointCommand(session))
                                        .addSubcommand(new ModelsUseCommand(session))
                                        .addSubcommand(new ModelsVerifyCommand(session))
                                        .addSubcommand(new ModelsRemoveCommand(session)))
                        .addSubcommand(
                                new CommandLine(new EvalCommand())
                                        .addSubcommand(new EvalRetrievalCommand(session))
                                        .addSubcommand(new EvalPagesCommand(session))
                                        .addSubcommand(new EvalAnswersCommand(session))
                                        .addSubcommand(new EvalVerifyCommand(session))
                                        .addSubcommand(new EvalTextCommand(session))
                                        .addSubcommand(new EvalMineCommand(session)))
                        .addSubcommand(
                                new CommandLine(new FeedbackCommand())
                                        .addSubcommand(new FeedbackExportCommand(session)))
                        .addSubcommand(
                                new CommandLine(new TemplatesCommand())
                                        .addSubcommand(new TemplatesListCommand(session))
                                        .addSubcommand(new TemplatesAddCommand(session))
                                        .addSubcommand(new TemplatesRemoveCommand(session)))
                        .addSubcommand(new StatusCommand(session))
                        .addSubcommand(new BenchCommand(session));
    }

    /// Runs one command.
    ///
    /// @return the process's exit code, as [ExitCode] says
    public int run(String... arguments) {
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        commands.setExecutionExceptionHandler((fault, _, _) -> {
            LOG.warn("A command failed: {}", fault.toString());
            console.complain(fault);
            return ExitCode.NOT_READY;
        });
        return commands.execute(arguments);
    }
}
