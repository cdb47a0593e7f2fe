package org.fumikura.inference.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogTest {
    private final ModelCatalog catalog = ModelCatalog.bundled();

    @Test
    void defaultsHaveTheirRolesAndRunEverywhere() {
        ModelCatalog.Defaults defaults = catalog.defaults();
        assertEquals(ModelRole.CHAT, catalog.get(defaults.chat()).role());
        assertEquals(ModelRole.CHAT, catalog.get(defaults.test()).role());
        assertEquals(ModelRole.EMBEDDING, catalog.get(defaults.embedding()).role());
        for (String id : List.of(defaults.chat(), defaults.test(), defaults.embedding())) {
            ModelEntry entry = catalog.get(id);
            assertEquals(RuntimeNeed.EMBEDDED, entry.runtime(), id);
            assertTrue(entry.sha256().isPresent(), id);
            assertTrue(
                    entry.sources().stream().anyMatch(Source.PythonPackages.class::isInstance), id);
        }
    }

    @Test
    void everyRoleAndEveryMachineHasAModel() {
        Set<ModelRole> roles = EnumSet.noneOf(ModelRole.class);
        Set<Integer> machines = new TreeSet<>();
        for (ModelEntry entry : catalog.entries()) {
            roles.add(entry.role());
            machines.addAll(entry.role() == ModelRole.CHAT ? entry.fitsGb() : List.of());
        }
        // No model of entailment is known to be published as GGUF: a person brings one.
        assertEquals(EnumSet.complementOf(EnumSet.of(ModelRole.ENTAILMENT)), roles);
        assertEquals(Set.of(4, 8, 16, 32), machines);
    }

    @Test
    void addressesAreEncrypted() {
        for (ModelEntry entry : catalog.entries()) {
            for (Source source : entry.sources()) {
                if (source instanceof Source.Url url) {
                    assertEquals("https", url.uri().getScheme(), entry.id());
                }
            }
        }
    }

    @Test
    void unknownModelIsNamed() {
        InferenceException error =
                assertThrows(InferenceException.class, () -> catalog.get("no-such-model"));
        assertEquals(Code.MODEL_UNKNOWN, error.code());
        assertEquals("no-such-model", error.detail());
    }

    @Test
    void emptyFolderHasNoModels(@TempDir Path folder) {
        ModelStore store = new ModelStore(folder, catalog);
        assertEquals(List.of(), store.installed());
        InferenceException error =
                assertThrows(InferenceException.class, () -> store.path(catalog.defaults().chat()));
        assertEquals(Code.MODEL_MISSING, error.code());
    }
}
