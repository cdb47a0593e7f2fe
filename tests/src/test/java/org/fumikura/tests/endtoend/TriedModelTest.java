package org.fumikura.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.fumikura.app.settings.StoredCalibrations;
import org.fumikura.inference.catalog.ModelCatalog;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.rag.answer.Calibration;
import org.fumikura.rag.library.Database;
import org.fumikura.rag.library.StoredSettings;
import org.fumikura.tests.endtoend.Terminal.Run;
import org.fumikura.ui.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ask` with a model that is far too small to judge: it is tried once, and every answer says that
/// words alone were compared.
class TriedModelTest {
    private static final String BY_WORDS = Messages.of(Locale.ENGLISH).get("answer.by-words");

    @Test
    void aModelThatCannotJudgeIsTriedOnceAndNotAskedForItsOpinion(
            @TempDir Path home, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mill.md"), "# The mill\n\nThe mill was built in 1742.\n");
        TestHome.open(home).close();
        var terminal = new Terminal(TestHome.at(home));
        Run first = terminal.run("ask", "--in", folder.toString(), "When was the mill built?");
        assertEquals(0, first.code(), first.err());
        assertTrue(first.err().contains(BY_WORDS), first.err());
        assertEquals(Optional.of(Calibration.NONE), calibration(home));

        Run second = terminal.run("ask", "When was the mill built?");
        assertTrue(second.err().contains(BY_WORDS), second.err());
        assertFalse(second.err().contains(" of 32"), second.err());
    }

    private static Optional<Calibration> calibration(Path home) {
        ModelCatalog catalog = ModelCatalog.bundled();
        ModelEntry model = catalog.get(catalog.defaults().test());
        try (Database database = Database.open(home.resolve("library.db"))) {
            return new StoredCalibrations(
                            new StoredSettings(database), model.id() + "/" + model.sizeBytes())
                    .read();
        }
    }
}
