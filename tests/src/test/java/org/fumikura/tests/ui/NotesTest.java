package org.fumikura.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.fumikura.app.note.ProposalState;
import org.fumikura.app.window.Workplace;
import org.fumikura.rag.note.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Writing notes, with proposals of the real small model.
class NotesTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    @ParameterizedTest
    @CsvSource({"en, The deposit is", "ja, 敷金は"})
    void proposalIsGreyUntilTabTakesIt(
            String language, String begun, @TempDir Path home, @TempDir Path documents)
            throws Exception {
        Files.writeString(
                documents.resolve("rules.md"),
                "# House rules\n\nThe deposit is 900 euros.\n\n敷金は9万円です。\n");
        try (UiHarness ui = UiHarness.withSmallModels(home, Locale.forLanguageTag(language))) {
            ui.add(documents, 1);
            ui.click("#go-noting");
            ui.waitFor("the field", () -> ui.find("#note").isPresent());
            ui.screenshot(FOLDER.resolve("notes-empty-" + language + ".png"));

            TextArea field = ui.lookup("#note");
            write(ui, field, begun);
            propose(ui);
            String offered = text(ui, field);
            assertTrue(offered.startsWith(begun) && offered.length() > begun.length(), offered);
            assertEquals(begun, ui.onFx(() -> ui.model().notes().text().get()));
            ui.screenshot(FOLDER.resolve("notes-offered-" + language + ".png"));

            ui.robot().type(KeyCode.ESCAPE);
            ui.waitFor("the note alone", () -> field.getText().equals(begun));
            assertEquals(
                    Workplace.NOTING, ui.onFx(() -> ui.model().arrangement().workplace().get()));

            propose(ui);
            String taken = text(ui, field);
            ui.robot().type(KeyCode.TAB);
            ui.waitFor(
                    "the proposal in the note",
                    () -> ui.model().notes().text().get().equals(taken));
            ui.waitFor("the list", () -> titles(ui).equals(List.of(taken.strip())));
            int cited = ui.onFx(() -> ui.model().notes().sources().size());
            assertEquals(cited > 0, ui.find("#note-sources").isPresent());
            ui.screenshot(FOLDER.resolve("notes-taken-" + language + ".png"));
        }
    }

    @Test
    void notesAreThereAtTheNextStartAndADeletedOneComesBack(@TempDir Path home) throws Exception {
        try (UiHarness ui = UiHarness.open(home)) {
            ui.click("#go-noting");
            ui.waitFor("the field", () -> ui.find("#note").isPresent());
            write(ui, ui.lookup("#note"), "Tea at four");
        }
        try (UiHarness ui = UiHarness.open(home)) {
            ui.click("#go-noting");
            ui.waitFor("the list", () -> titles(ui).equals(List.of("Tea at four")));
            ui.onFx(() -> {
                ui.model().notes().delete(ui.model().notes().shown().getFirst());
                return true;
            });
            ui.waitForText(ui.messages().get("notes.deleted"));
            ui.onFx(() -> {
                ui.model().notes().undoDelete();
                return true;
            });
            ui.waitFor("it is back", () -> ui.model().notes().text().get().equals("Tea at four"));
        }
    }

    /// Typing after a proposal writes what is typed, and nothing that was proposed.
    @Test
    void typingOnLeavesNothingOfAProposal(@TempDir Path home, @TempDir Path documents)
            throws Exception {
        Files.writeString(documents.resolve("rules.md"), "# Rules\n\nThe deposit is 900 euros.\n");
        try (UiHarness ui = UiHarness.withSmallModels(home, Locale.ENGLISH)) {
            ui.add(documents, 1);
            ui.click("#go-noting");
            ui.waitFor("the field", () -> ui.find("#note").isPresent());
            TextArea field = ui.lookup("#note");
            write(ui, field, "The deposit is");
            propose(ui);
            ui.robot().write("x");
            ui.waitFor("what was typed", () -> field.getText().equals("The deposit isx"));
            ui.onFx(() -> {
                field.undo();
                return true;
            });
            assertTrue("The deposit isx".startsWith(text(ui, field)), text(ui, field));
        }
    }

    private static void write(UiHarness ui, Node field, String words) {
        ui.onFx(() -> {
            field.requestFocus();
            ((TextArea) field).appendText(words);
            return true;
        });
    }

    private static void propose(UiHarness ui) {
        ui.onFx(() -> {
            ui.<Button>lookup("#propose").fire();
            return true;
        });
        ui.waitFor(
                "a proposal",
                () ->
                        ui.model().notes().proposals().state().get()
                                instanceof ProposalState.Offered);
    }

    private static String text(UiHarness ui, TextArea field) {
        return ui.onFx(field::getText);
    }

    private static List<String> titles(UiHarness ui) {
        return ui.model().notes().shown().stream().map(Note::title).toList();
    }
}
