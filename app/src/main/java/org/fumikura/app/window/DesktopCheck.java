package org.fumikura.app.window;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fumikura.ui.Messages;

/// Looks, before the toolkit starts, for what JavaFX needs of a Linux desktop. Without it the
/// toolkit would end with a stack trace that tells nobody what to install.
final class DesktopCheck {
    // What the toolkit's native libraries are linked with, beyond what every system has. Without
    // OpenGL it draws by itself, so that is not needed.
    private static final List<String> NEEDED =
            List.of("libgtk-3.so.0", "libXtst.so.6", "libpangoft2-1.0.so.0", "libfreetype.so.6");

    private DesktopCheck() {}

    /// What stands in the way of a window on this machine, and what to do; empty if nothing does.
    static Optional<String> problem(Messages messages) {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        if (!linux || headless) {
            return Optional.empty();
        }
        return problem(
                messages, Optional.ofNullable(System.getenv("DISPLAY")), DesktopCheck::isInstalled);
    }

    /// The same for a given environment.
    static Optional<String> problem(
            Messages messages, Optional<String> display, Predicate<String> installed) {
        if (display.isEmpty() || display.get().isBlank()) {
            return Optional.of(messages.get("desktop.no-display"));
        }
        List<String> missing = NEEDED.stream().filter(installed.negate()).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        messages.get(
                                "desktop.missing-libraries",
                                missing.stream().collect(Collectors.joining(", "))));
    }

    private static boolean isInstalled(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
