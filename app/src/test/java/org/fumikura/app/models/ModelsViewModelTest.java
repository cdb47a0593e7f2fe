package org.fumikura.app.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.fumikura.app.fakes.FakeModels;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.inference.InferenceException;
import org.junit.jupiter.api.Test;

class ModelsViewModelTest {
    private final FakeModels setup = new FakeModels(new ModelState.Missing());
    private final ModelsViewModel model = new ModelsViewModel(new ImmediateUi().lanes(), setup);

    @Test
    void missingModelsAreCountedWithoutTheOffered() {
        assertEquals(new SetupState.Missing(1_117_320_768L + 73_578_784), model.state().get());
    }

    @Test
    void progressIsOfAllThatIsMissing() {
        setup.put("chat", new ModelState.Fetching(100, 1_117_320_768L));
        assertEquals(
                new SetupState.Fetching(100, 1_117_320_768L + 73_578_784), model.state().get());
    }

    @Test
    void setupIsCompleteWhenAllChosenAreThere() {
        setup.put("chat", new ModelState.Ready());
        setup.put("embed", new ModelState.Installed());
        assertInstanceOf(SetupState.Complete.class, model.state().get());
    }

    @Test
    void failureIsShown() {
        var fault = new InferenceException(InferenceException.Code.SOURCE_UNREACHABLE, "pip x==1");
        setup.put("chat", new ModelState.Failed(fault));
        assertEquals(new SetupState.Failed(fault), model.state().get());
    }

    @Test
    void fetchAndCancelArePassedOn() {
        model.fetch();
        model.cancel();
        assertEquals(List.of(1, 1), List.of(setup.fetches(), setup.cancels()));
    }

    @Test
    void choosingMovesTheMark() {
        model.choose(model.models().getLast());
        assertEquals("other", model.chat().orElseThrow().id());
    }

    @Test
    void importedFileIsToldAndARefusedOneToo() {
        setup.importEnds(new ImportState.Done("Mine"));
        model.imports().add(List.of(Path.of("mine.gguf"), Path.of("other.gguf")));
        assertEquals(
                List.of(new ImportState.Done("Mine"), new ImportState.Done("Mine")),
                model.imports().states());
        var fault = new InferenceException(InferenceException.Code.MODEL_NOT_GGUF, "mine.gguf");
        setup.importEnds(new ImportState.Failed(fault));
        model.imports().add(List.of(Path.of("mine.gguf")));
        assertEquals(List.of(new ImportState.Failed(fault)), model.imports().states());
    }
}
