package org.fumikura.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.fumikura.app.search.SearchState;
import org.fumikura.app.window.SidePanel;
import org.fumikura.app.window.Workplace;
import org.fumikura.rag.feedback.JudgedPage.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Search in the window: by keyboard from the shortcut to the marked page, and back.
class SearchModeTest {
    private final Path documents;
    private final UiHarness ui;

    SearchModeTest(@TempDir Path home, @TempDir Path documents) throws Exception {
        this.documents = documents;
        ui = UiHarness.open(home);
    }

    @BeforeEach
    void fillLibrary() throws Exception {
        Files.writeString(
                documents.resolve("rules.md"),
                "# House rules\n\nThe deposit is 900 euros.\n\nQuiet hours are from ten to six.\n");
        Files.writeString(documents.resolve("garden.txt"), "The garden has a deposit of leaves.\n");
        ui.add(documents, 2);
    }

    @AfterEach
    void close() throws Exception {
        ui.close();
    }

    private void shortcut(KeyCode key) {
        ui.robot().press(KeyCode.CONTROL).push(key).release(KeyCode.CONTROL);
    }

    private void type(String text) {
        ui.robot().write(text);
        ui.waitFor(
                "results for " + text,
                () ->
                        ui.model().search().state().get() instanceof SearchState.Listed listed
                                && listed.text().equals(ui.model().search().text().get())
                                && listed.depth() == SearchState.Depth.WHOLE);
    }

    private String focused() {
        return ui.onFx(() -> String.valueOf(ui.stage().getScene().getFocusOwner().getId()));
    }

    @Test
    void keyboardAloneFindsAndOpensAPage() {
        shortcut(KeyCode.K);
        assertEquals(
                Workplace.SEARCHING, ui.onFx(() -> ui.model().arrangement().workplace().get()));
        assertEquals("search-text", focused());
        type("deposit euros");
        ui.waitForText("House rules");
        ui.robot().push(KeyCode.DOWN);
        assertEquals("null", focused());
        ui.robot().push(KeyCode.ENTER);
        ui.waitForText(ui.messages().get("viewer.page", 1, 1));
        ui.robot().push(KeyCode.DOWN);
        ui.waitForText(ui.messages().get("viewer.position", 2, 2));
        ui.robot().push(KeyCode.UP);
        ui.robot().push(KeyCode.UP);
        assertEquals("search-text", focused());

        ui.robot().push(KeyCode.ESCAPE);
        assertEquals(SidePanel.NONE, ui.onFx(() -> ui.model().arrangement().side().get()));
        ui.robot().push(KeyCode.ESCAPE);
        assertEquals(Workplace.ASKING, ui.onFx(() -> ui.model().arrangement().workplace().get()));
        ui.click("#go-searching");
        assertEquals("deposit euros", ui.onFx(() -> ui.model().search().text().get()));
    }

    @Test
    void menusWriteWhatTheyMeanAndNothingFoundSaysWhy() {
        shortcut(KeyCode.K);
        type("deposit");
        ui.onFx(() -> {
            MenuButton kinds = (MenuButton) ui.stage().getScene().lookup("#search-kind");
            kinds.getItems().stream()
                    .filter(item -> item.getText().contains("type:pdf"))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
        assertEquals("deposit type:pdf", ui.onFx(() -> ui.model().search().text().get()));
        ui.waitForText(ui.messages().get("nothing.no_such_file.title", "type:pdf"));
        ui.onFx(() -> {
            ui.model().search().text().set("deposit type:txt");
            return true;
        });
        ui.waitForText("garden.txt");
        assertFalse(ui.shows("House rules"));
    }

    @Test
    void aSearchTellsHowItFoundAndWhyItDidNot() {
        shortcut(KeyCode.K);
        type("deposit euros");
        ui.click("#search-how");
        ui.waitForText(ui.messages().get("explain.searched", "deposit euros"));
        ui.waitForText(ui.messages().get("explain.fate.READ", 1));
        ui.click("#inspection-file");
        ui.robot().write("missing.pdf");
        ui.robot().push(KeyCode.ENTER);
        ui.waitForText(ui.messages().get("why.not_in_library"));
    }

    @Test
    void aJudgedPageIsKeptComparedOnEditedAndRemoved() {
        shortcut(KeyCode.K);
        type("deposit euros");
        ui.robot().clickOn(ui.onFx(() -> judge(Verdict.RIGHT)));
        assertEquals(SidePanel.NONE, ui.onFx(() -> ui.model().arrangement().side().get()));
        ui.waitFor("one question", () -> ui.model().questions().questions().get().size() == 1);
        assertEquals(
                "deposit euros",
                ui.onFx(() -> ui.model().questions().questions().get().getFirst().text()));
        ui.click("#search-questions");
        ui.click("#questions-compare");
        ui.waitForText(ui.messages().get("questions.setting.WORDS"));
        ui.waitForText(ui.messages().get("questions.compared", 1, 0));
        ui.onFx(() -> {
            judge(Verdict.RIGHT).fire();
            return true;
        });
        ui.waitFor("no question", () -> ui.model().questions().questions().get().isEmpty());
    }

    /// The button beside the first hit.
    private Button judge(Verdict verdict) {
        return ui.stage().getScene().getRoot().lookupAll("#hits .judge .button").stream()
                .filter(node -> verdict.equals(node.getUserData()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSlipIsPutRightAndTheQueryBecomesAQuestion() {
        shortcut(KeyCode.K);
        type("depsoit");
        ui.waitForText(ui.messages().get("search.corrected", "deposit"));
        ui.onFx(() -> {
            ui.model().search().text().set("How many euros is the deposit?");
            return true;
        });
        ui.click("#search-ask");
        assertEquals(Workplace.ASKING, ui.onFx(() -> ui.model().arrangement().workplace().get()));
        ui.waitForText("The deposit is 900 euros.");
        assertTrue(ui.onFx(() -> ui.model().chat().turns().size()) == 1);
        assertEquals(
                "how many euros is the deposit?",
                ui.onFx(() -> ui.model().chat().turns().getFirst().question())
                        .toLowerCase(Locale.ROOT));
    }
}
