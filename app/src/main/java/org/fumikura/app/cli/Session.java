package org.fumikura.app.cli;

import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.fumikura.app.Composition;
import org.fumikura.app.Home;

/// What every command works with.
///
/// @param opening opens a home's services
record Session(Console console, FumikuraCommand root, Function<Home, Composition> opening) {
    /// Runs `work` with the services open and closes them.
    int with(ToIntFunction<Composition> work) {
        try (Composition services = opening.apply(root.home())) {
            return work.applyAsInt(services);
        }
    }

    String text(String key, Object... arguments) {
        return console.text(key, arguments);
    }
}
