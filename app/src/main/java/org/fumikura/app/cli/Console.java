package org.fumikura.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.Locale;
import org.fumikura.app.text.FailureText;
import org.fumikura.ui.Messages;

/// A terminal: results go to standard output, all else to standard error. May be used from any
/// thread.
public final class Console {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PROGRESS_NANOS = 200_000_000;

    private final PrintStream out;
    private final PrintStream err;
    private final Messages messages;
    private final boolean interactive;
    private int progressWidth;
    private long lastProgress;

    /// @param messages the person's language
    public Console(PrintStream out, PrintStream err, Messages messages) {
        this.out = out;
        this.err = err;
        this.messages = messages;
        this.interactive = System.console() != null && System.console().isTerminal();
    }

    /// The text of a key in the person's language.
    public String text(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    /// The person's language.
    public Messages messages() {
        return messages;
    }

    /// A line of the result.
    public synchronized void print(String line) {
        clearProgress();
        out.println(line);
    }

    /// The result as one line of JSON.
    public synchronized void print(Record json) {
        clearProgress();
        try {
            out.println(JSON.writeValueAsString(json));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /// A line beside the result.
    public synchronized void note(String line) {
        clearProgress();
        err.println(line);
    }

    /// What a fault is and what to do about it.
    public void complain(Throwable fault) {
        FailureText text = FailureText.of(messages, fault);
        note(text.title());
        note(text.advice());
    }

    /// How far a long job is: on a terminal in a line that the next one replaces, elsewhere seldom
    /// and in lines of its own.
    public synchronized void progress(String line) {
        long now = System.nanoTime();
        if (now - lastProgress < (interactive ? PROGRESS_NANOS : PROGRESS_NANOS * 50)) {
            return;
        }
        lastProgress = now;
        if (interactive) {
            clearProgress();
            err.print(line);
            err.flush();
            progressWidth = width(line);
        } else {
            err.println(line);
        }
    }

    private void clearProgress() {
        if (progressWidth > 0) {
            err.print("\r" + " ".repeat(progressWidth) + "\r");
            err.flush();
            progressWidth = 0;
        }
    }

    /// Columns on a terminal: East Asian characters take two.
    private static int width(String line) {
        return line.chars().map(c -> c >= 0x1100 ? 2 : 1).sum();
    }

    /// The parser of numbers and options writes here.
    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    Locale locale() {
        return messages.locale();
    }
}
