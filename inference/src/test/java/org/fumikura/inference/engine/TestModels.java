package org.fumikura.inference.engine;

import java.nio.file.Path;
import org.fumikura.inference.catalog.EmbeddingTraits;
import org.fumikura.inference.catalog.ModelCatalog;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.ModelStore;

/// The small real models that `./fumikura test` brings once.
public final class TestModels {
    private TestModels() {}

    public static Path chat() {
        return path(ModelCatalog.bundled().defaults().test());
    }

    public static Path embedder() {
        return path(ModelCatalog.bundled().defaults().embedding());
    }

    static EmbeddingTraits traits() {
        ModelCatalog catalog = ModelCatalog.bundled();
        ModelEntry entry = catalog.get(catalog.defaults().embedding());
        return entry.embedding().orElseThrow();
    }

    private static Path path(String id) {
        Path folder = Path.of(System.getProperty("fumikura.test.models", "no-models-folder"));
        ModelCatalog catalog = ModelCatalog.bundled();
        ModelStore store = new ModelStore(folder, catalog);
        if (!store.isInstalled(catalog.get(id))) {
            throw new IllegalStateException(
                    "Test model "
                            + id
                            + " is not in "
                            + folder
                            + ": run ./fumikura test, which downloads it once");
        }
        return store.path(id);
    }
}
