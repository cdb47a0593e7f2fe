package org.fumikura.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fumikura.app.fakes.FakeLibrary;
import org.fumikura.app.fakes.FakeModels;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.library.LibraryViewModel;
import org.fumikura.app.models.ModelState;
import org.fumikura.app.models.ModelsViewModel;
import org.fumikura.rag.library.FileState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeViewModelTest {
    private final Lanes lanes = new ImmediateUi().lanes();
    private final FakeLibrary library = new FakeLibrary();
    private final FakeModels models = new FakeModels(new ModelState.Missing());

    @Test
    void stepsAreTickedOffAsTheyAreDone(@TempDir Path home) {
        WelcomeViewModel welcome = welcome(home);
        assertEquals(new WelcomeState(false, false, false), welcome.state().get());

        models.put("chat", new ModelState.Installed());
        models.put("embed", new ModelState.Installed());
        assertEquals(new WelcomeState(true, false, false), welcome.state().get());

        library.put(home.resolve("own.txt"), FileState.SEARCHABLE, 1, 1, 0);
        assertEquals(new WelcomeState(true, true, false), welcome.state().get());
        assertTrue(welcome.state().get().isReady());
    }

    @Test
    void samplesAreWrittenAndAdded(@TempDir Path home) throws Exception {
        WelcomeViewModel welcome = welcome(home);
        welcome.addSamples();

        assertEquals(List.of(home.resolve("samples")), library.added());
        try (var files = Files.list(home.resolve("samples"))) {
            assertEquals(6, files.count());
        }
        assertTrue(welcome.state().get().samples());
    }

    private WelcomeViewModel welcome(Path home) {
        return new WelcomeViewModel(
                lanes,
                home.resolve("samples"),
                new LibraryViewModel(lanes, library),
                new ModelsViewModel(lanes, models));
    }
}
