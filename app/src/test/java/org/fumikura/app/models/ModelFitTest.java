package org.fumikura.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.catalog.ModelCatalog;
import org.fumikura.inference.catalog.ModelStore;
import org.fumikura.inference.catalog.RuntimeCatalog;
import org.fumikura.inference.catalog.RuntimeDownloader;
import org.fumikura.inference.catalog.RuntimeStore;
import org.fumikura.inference.fit.MachineMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFitTest {
    private static final long GIBIBYTE = 1L << 30;

    @TempDir private Path folder;

    private final ModelCatalog catalog = ModelCatalog.bundled();

    private ModelFit fit(long total, long available) {
        var runtimes = new RuntimeStore(folder, RuntimeCatalog.bundled());
        return new ModelFit(
                new ModelStore(folder, catalog),
                new LocalRuntime(runtimes, new RuntimeDownloader(runtimes)),
                () -> new MachineMemory(total, available));
    }

    @Test
    void modelThatDoesNotFitIsRefusedWithOthersThatDo() {
        ModelFit fit = fit(8 * GIBIBYTE, 2 * GIBIBYTE);
        InferenceException fault =
                assertThrows(
                        InferenceException.class,
                        () -> fit.requireRoom(catalog.get("gemma-3-12b-it-q4_k_m"), 4096));
        assertEquals(Code.MODEL_TOO_LARGE, fault.code());
        assertTrue(fault.detail().contains("free=" + 2 * GIBIBYTE), fault.detail());
        assertTrue(fault.detail().contains("Qwen2.5 Coder 1.5B Instruct"), fault.detail());
    }

    @Test
    void modelThatFitsIsNotRefused() {
        fit(8 * GIBIBYTE, 4 * GIBIBYTE).requireRoom(catalog.get(catalog.defaults().chat()), 4096);
        assertEquals(
                ModelCard.Fit.FITS,
                fit(8 * GIBIBYTE, 0).of(catalog.get(catalog.defaults().chat())));
    }

    @Test
    void machineThatIsTooSmallIsTold() {
        assertEquals(
                ModelCard.Fit.TOO_LARGE,
                fit(4 * GIBIBYTE, 4 * GIBIBYTE).of(catalog.get("gemma-3-12b-it-q4_k_m")));
    }
}
