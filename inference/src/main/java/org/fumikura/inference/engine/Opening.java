package org.fumikura.inference.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.fumikura.inference.InferenceException;
import org.jspecify.annotations.Nullable;

/// The first two requests of a worker's life.
final class Opening {
    /// How many requests they are.
    static final int REQUESTS = 2;

    private final Frames frames;
    private final WorkerSettings settings;

    Opening(Frames frames, WorkerSettings settings) {
        this.frames = frames;
        this.settings = settings;
    }

    /// Lets the worker load a runtime's libraries.
    ///
    /// @param unpacking where the embedded runtime may unpack its own
    /// @throws RuntimeUnusableException if it cannot
    RuntimeVersion open(RuntimeKind kind, Path unpacking) throws IOException {
        Path folder =
                switch (kind) {
                    case CURRENT -> settings.runtimeFolder().orElseThrow();
                    case EMBEDDED -> unpacking;
                };
        frames.write(new Request.Open(kind, folder.toAbsolutePath().toString()));
        return switch (frames.read(Response.class)) {
            case Response.Opened opened -> opened.version();
            case Response.Unusable unusable ->
                    throw new RuntimeUnusableException(
                            unusable.fault().reason(), unusable.fault().detail());
            case Response other -> throw new IOException("unexpected answer to open");
        };
    }

    /// Lets the worker load the model.
    ///
    /// @throws InferenceException what the worker reports
    Response.Loaded load() throws IOException {
        frames.write(
                new Request.Load(
                        new ModelLoad(
                                settings.model().toAbsolutePath().toString(),
                                settings.task(),
                                settings.contextTokens(),
                                settings.threads(),
                                settings.adapter()
                                        .map(file -> file.toAbsolutePath().toString())
                                        .orElse(null),
                                layers())));
        return switch (frames.read(Response.class)) {
            case Response.Loaded loaded -> loaded;
            case Response.Failed failed ->
                    throw new InferenceException(failed.code(), file(failed.code()).toString());
            case Response other -> throw new IOException("unexpected answer to load");
        };
    }

    private @Nullable Integer layers() {
        OptionalInt layers = settings.gpuLayers();
        return layers.isPresent() ? layers.getAsInt() : null;
    }

    private Path file(InferenceException.Code code) {
        return code == InferenceException.Code.ADAPTER_BROKEN
                ? settings.adapter().orElse(settings.model())
                : settings.model();
    }
}
