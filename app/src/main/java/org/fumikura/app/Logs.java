package org.fumikura.app;

import java.io.IOException;
import java.nio.file.Files;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Sends what the program and its libraries note to a file in the home, and nothing to the
/// terminal.
final class Logs {
    private static final int MOST_BYTES = 2_000_000;
    private static final int FILES = 3;

    private Logs() {}

    /// Libraries that quote what they read are kept silent below warnings: no document text goes to
    /// a log.
    static void silence() {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    /// Starts writing to the home's log; without a writable home there is none.
    static void writeTo(Home home) {
        Logger root = Logger.getLogger("");
        try {
            Files.createDirectories(home.log().getParent());
            Handler file =
                    new FileHandler(
                            home.log().toString().replace("%", "%%"), MOST_BYTES, FILES, true);
            file.setFormatter(new SimpleFormatter());
            file.setFilter(entry -> entry.getLoggerName() != null && isOurs(entry.getLoggerName()));
            root.addHandler(file);
            Logger.getLogger("org.fumikura").setLevel(Level.INFO);
        } catch (IOException noLog) {
            root.setLevel(Level.OFF);
        }
    }

    private static boolean isOurs(String logger) {
        return logger.startsWith("org.fumikura");
    }
}
