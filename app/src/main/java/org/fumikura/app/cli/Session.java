package org.fumikura.app.cli;

import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.fumikura.app.Composition;
import org.fumikura.app.Home;
import org.fumikura.app.ReadServices;
import org.fumikura.app.ReadingRoom;
import org.fumikura.app.door.DoorRequest;
import org.fumikura.app.door.Handover;
import org.fumikura.app.door.Visitor;
import org.fumikura.app.models.LocalModels;
import org.fumikura.rag.RagException;

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

    /// Runs `work` with the services open to read: beside another Fumikura that works in the home,
    /// and where nothing may be written.
    int reading(ToIntFunction<ReadServices> work) {
        try (ReadServices services = readServices()) {
            return work.applyAsInt(services);
        }
    }

    /// Runs `work` with services in which files were taken in, or can be: beside an open window
    /// they are handed to it first, and `work` reads what became of them.
    int taking(DoorRequest.Add files, ToIntFunction<ReadServices> work) {
        try (ReadServices services = servicesWith(files)) {
            return work.applyAsInt(services);
        }
    }

    private ReadServices servicesWith(DoorRequest.Add files) {
        Home home = root.home();
        try {
            return opening.apply(home);
        } catch (RagException refused) {
            if (refused.code() != RagException.Code.LIBRARY_IN_USE) {
                throw refused;
            }
            Handover handover =
                    Visitor.hand(home.folder(), files, () -> console.note(text("cli.door.heard")));
            switch (handover) {
                case DONE -> {}
                case FAILED, BROKEN_OFF -> console.note(text("cli.door." + handover));
                case NOBODY -> throw refused;
            }
            return readServices();
        }
    }

    private ReadServices readServices() {
        Home home = root.home();
        try {
            return opening.apply(home);
        } catch (RagException refused) {
            return switch (refused.code()) {
                case LIBRARY_IN_USE, NOT_WRITABLE ->
                        ReadingRoom.open(home).orElseThrow(() -> refused);
                default -> throw refused;
            };
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
