package org.fumikura.app.cli;

import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.fumikura.app.Composition;
import org.fumikura.app.Home;
import org.fumikura.app.models.LocalModels;

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

    /// Runs `work` with the models alone, also while the library is open elsewhere.
    int withModels(ToIntFunction<LocalModels> work) {
        return Composition.withModels(root.home(), work);
    }

    String text(String key, Object... arguments) {
        return console.text(key, arguments);
    }
}
