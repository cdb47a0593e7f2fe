package org.fumikura.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import org.fumikura.app.compare.CompareState;
import org.fumikura.app.window.SidePanel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two answers side by side, without names until one is preferred.
class CompareTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    @ParameterizedTest
    @CsvSource({"en, How high is the deposit?", "ja, 敷金はいくらですか。"})
    void answersAreJudgedBeforeTheirWritersAreNamed(
            String language, String question, @TempDir Path home, @TempDir Path documents)
            throws Exception {
        Files.writeString(
                documents.resolve("rules.md"),
                "# House rules\n\nThe deposit is 900 euros.\n\n敷金は9万円です。\n");
        try (UiHarness ui =
                UiHarness.open(home, Locale.forLanguageTag(language), new InstalledModels())) {
            ui.add(documents, 1);
            ui.onFx(() -> {
                ui.model().arrangement().toggle(SidePanel.SETTINGS);
                return true;
            });
            ui.waitFor("settings", () -> ui.find("#settings-compare").isPresent());
            ui.onFx(() -> {
                ui.<Button>lookup("#settings-compare").fire();
                return true;
            });
            assertEquals(SidePanel.NONE, ui.onFx(() -> ui.model().arrangement().side().get()));
            ui.waitFor("the form", () -> ui.find("#compare-question").isPresent());
            ui.onFx(() -> {
                ui.<TextArea>lookup("#compare-question").setText(question);
                return true;
            });
            ui.waitFor("the sides", () -> ui.model().comparing().mayStart().get());
            ui.screenshot(FOLDER.resolve("compare-choose-" + language + ".png"));
            ui.click("#compare-start");
            ui.waitFor(
                    "both",
                    () -> ui.model().comparing().state().get() instanceof CompareState.Judging);
            assertFalse(ui.shows("Quotation"));
            assertFalse(ui.shows(ui.messages().get("grounding.OPEN")));
            ui.screenshot(FOLDER.resolve("compare-judge-" + language + ".png"));
            ui.click("#compare-ONE");
            ui.waitForText(ui.messages().get("compare.tally"));
            ui.waitForText(ui.messages().get("grounding.OPEN"));
            ui.screenshot(FOLDER.resolve("compare-told-" + language + ".png"));
            ui.click("#compare-again");
            ui.waitFor("the form", () -> ui.find("#compare-start").isPresent());
        }
    }
}
