package org.fumikura.app.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.fumikura.app.fakes.FakeSettings;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.template.TemplatesViewModel.Refusal;
import org.junit.jupiter.api.Test;

class TemplatesViewModelTest {
    private final FakeSettings settings = new FakeSettings();
    private final TemplatesViewModel model = open();

    private TemplatesViewModel open() {
        return new TemplatesViewModel(
                new Lanes(new ImmediateUi(), Runnable::run), new StoredTemplates(settings));
    }

    private List<String> names() {
        return open().templates().get().all().stream().map(PromptTemplate::name).toList();
    }

    @Test
    void templatesAreKeptRenamedAndForgotten() {
        assertEquals(Optional.empty(), model.keep(Optional.empty(), " Letter ", "To {whom}"));
        assertEquals(Optional.empty(), model.keep(Optional.empty(), "お礼", "{宛先}様"));
        assertEquals(List.of("Letter", "お礼"), names());

        assertEquals(Optional.empty(), model.keep(Optional.of("Letter"), "letter", "Dear {whom}"));
        assertEquals(List.of("letter", "お礼"), names());
        assertEquals("Dear {whom}", open().templates().get().find("LETTER").orElseThrow().text());

        model.forget("letter");
        assertEquals(List.of("お礼"), names());
    }

    @Test
    void whatCannotBeKeptIsRefusedAndChangesNothing() {
        model.keep(Optional.empty(), "Letter", "To {whom}");
        assertEquals(
                Optional.of(new Refusal.NoName()), model.keep(Optional.empty(), " ", "To {whom}"));
        assertEquals(
                Optional.of(new Refusal.NoName()),
                model.keep(Optional.empty(), "two\nlines", "To {whom}"));
        assertEquals(
                Optional.of(new Refusal.NameTaken("LETTER")),
                model.keep(Optional.empty(), "LETTER", "Dear {whom}"));
        assertInstanceOf(
                Refusal.NoTemplate.class,
                model.keep(Optional.of("Letter"), "Letter", "Dear {").orElseThrow());
        assertEquals("To {whom}", open().templates().get().find("Letter").orElseThrow().text());
    }
}
