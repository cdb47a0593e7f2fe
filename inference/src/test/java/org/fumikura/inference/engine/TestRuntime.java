package org.fumikura.inference.engine;

import java.nio.file.Path;
import org.fumikura.inference.catalog.RuntimeCatalog;
import org.fumikura.inference.catalog.RuntimeInstall;
import org.fumikura.inference.catalog.RuntimeStore;

/// The current llama.cpp that `./fumikura test` brings once.
public final class TestRuntime {
    private TestRuntime() {}

    /// The folder with its shared libraries.
    public static Path folder() {
        Path models = Path.of(System.getProperty("fumikura.test.models", "no-models-folder"));
        return new RuntimeStore(models, RuntimeCatalog.bundled())
                .installed()
                .map(RuntimeInstall::folder)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "No current llama.cpp in "
                                        + models
                                        + ": run ./fumikura test, which downloads it once"));
    }
}
