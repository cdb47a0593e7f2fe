package org.fumikura.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fumikura.app.cli.CommandLineInterface;
import org.fumikura.app.cli.Console;
import org.fumikura.app.window.DesktopApp;
import org.fumikura.ui.Messages;

/// Starts the program: the window without arguments, else a command.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Logs.silence();
        var out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var console = new Console(out, err, Messages.of(Locale.getDefault()));
        System.exit(run(arguments, console, System.getenv()));
    }

    /// Runs one command and returns the process's exit code.
    static int run(String[] arguments, Console console, Map<String, String> environment) {
        var cli =
                new CommandLineInterface(
                        console,
                        folder -> home(folder, environment),
                        Composition::open,
                        home -> window(home, console));
        return cli.run(arguments);
    }

    private static int window(Home home, Console console) {
        if (Entrance.isTaken(home)) {
            console.note(console.text("cli.window.handed", home.folder().toString()));
            return DesktopApp.DONE;
        }
        return DesktopApp.run(() -> Composition.open(home).window(), console::note);
    }

    private static Home home(Optional<Path> folder, Map<String, String> environment) {
        Home home =
                folder.map(path -> Home.at(path, environment))
                        .orElseGet(() ->
                                Home.standard(
                                        environment,
                                        System.getProperty("os.name", ""),
                                        Path.of(System.getProperty("user.home", "."))));
        Logs.writeTo(home);
        return home;
    }
}
