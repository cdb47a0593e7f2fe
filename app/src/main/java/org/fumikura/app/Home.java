package org.fumikura.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where a person's Fumikura keeps everything it keeps.
///
/// @param folder the data folder, absolute
/// @param models the models' folder; inside `folder` unless `FUMIKURA_MODELS` shares one between
///   homes
public record Home(Path folder, Path models) {
    /// The home in `folder`.
    public static Home at(Path folder, Map<String, String> environment) {
        Path absolute = folder.toAbsolutePath().normalize();
        String shared = environment.getOrDefault("FUMIKURA_MODELS", "");
        return new Home(absolute, shared.isEmpty() ? absolute.resolve("models") : Path.of(shared));
    }

    /// The home the environment names with `FUMIKURA_HOME`, or else the platform's data folder.
    public static Home standard(Map<String, String> environment, String system, Path user) {
        String named = environment.getOrDefault("FUMIKURA_HOME", "");
        return at(
                named.isEmpty() ? platformFolder(environment, system, user) : Path.of(named),
                environment);
    }

    private static Path platformFolder(Map<String, String> environment, String system, Path user) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return user.resolve("Library/Application Support/Fumikura");
        }
        if (name.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isEmpty() ? user.resolve("AppData/Local") : Path.of(local))
                    .resolve("Fumikura");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isEmpty() ? user.resolve(".local/share") : Path.of(data)).resolve("fumikura");
    }

    /// The SQLite database.
    Path database() {
        return folder.resolve("library.db");
    }

    /// What the database has not yet written into its own file.
    Path writeAheadLog() {
        return Path.of(database() + "-wal");
    }

    /// The Lucene indexes.
    Path index() {
        return folder.resolve("index");
    }

    /// What all questions have in common for the embedder: can be deleted, costs time only.
    Path commonDirection() {
        return index().resolve("common-direction");
    }

    /// What models have computed of conversations: can be deleted, costs time only.
    Path states() {
        return folder.resolve("states");
    }

    /// What an export has in the making.
    public Path scratch() {
        return folder.resolve("export");
    }

    /// The models on other machines, and their keys.
    Path endpoints() {
        return folder.resolve("endpoints");
    }

    /// Where native libraries are unpacked.
    Path natives() {
        return folder.resolve("native");
    }

    /// The list of this machine's fonts: can be deleted, costs time only.
    Path fonts() {
        return folder.resolve("fonts");
    }

    /// What the program notes of its own doings; never document text.
    Path log() {
        return folder.resolve("logs/fumikura.log");
    }
}
