package org.fumikura.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.fumikura.app.Composition;
import org.fumikura.app.settings.ReadAhead;
import org.fumikura.inference.remote.Endpoint;
import org.fumikura.inference.remote.EndpointStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A half-typed question stays on this machine.
class ReadingAheadElsewhereTest {
    private static final URI NOBODY = URI.create("http://localhost:1/v1");

    @TempDir private Path folder;

    @Test
    void withModelsOfThisMachineDraftsAreReadAheadFor() {
        assertEquals(true, mayReadAhead());
    }

    @Test
    void withAnEmbedderElsewhereTheyAreNot() {
        choose(new Endpoint("far", NOBODY, "vectors", Endpoint.Role.EMBEDDING, 8));
        assertEquals(false, mayReadAhead());
    }

    @Test
    void withAChatModelElsewhereTheyAreNot() {
        choose(new Endpoint("far", NOBODY, "writer", Endpoint.Role.CHAT, 0));
        assertEquals(false, mayReadAhead());
    }

    private void choose(Endpoint endpoint) {
        new EndpointStore(folder.resolve("endpoints")).add(endpoint, Optional.empty());
        try (var services = Composition.open(TestHome.withoutModels(folder))) {
            services.models().choose(endpoint.id());
        }
    }

    private boolean mayReadAhead() {
        try (var services = Composition.open(TestHome.withoutModels(folder))) {
            var window = services.window();
            ReadAhead.ALWAYS.remember(window.settings());
            return window.mayReadAhead().getAsBoolean();
        }
    }
}
