package org.fumikura.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.fumikura.app.window.SidePanel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Templates of questions: written in the settings, used in the field to ask in.
class TemplatesTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    @ParameterizedTest
    @CsvSource({
        "en, Letter, Write a letter to {recipient} about {matter}., Ada, the deposit, Write a letter to Ada about the deposit.",
        "ja, お礼の手紙, {宛先}に{用件}のお礼を書いてください。, 佐藤さん, 本, 佐藤さんに本のお礼を書いてください。"
    })
    void templateIsWrittenChosenAndFilledIn(
            String language,
            String name,
            String text,
            String first,
            String second,
            String question,
            @TempDir Path home)
            throws Exception {
        try (UiHarness ui =
                UiHarness.open(home, Locale.forLanguageTag(language), new InstalledModels())) {
            ui.onFx(() -> {
                ui.model().arrangement().toggle(SidePanel.SETTINGS);
                return true;
            });
            ui.waitFor("the settings", () -> ui.find("#templates-new").isPresent());
            ui.onFx(() -> {
                ui.<Button>lookup("#templates-new").fire();
                ui.<TextField>lookup("#template-name").setText(name);
                ui.<TextArea>lookup("#template-text").setText("{");
                ui.<Button>lookup("#template-keep").fire();
                return true;
            });
            ui.waitForText(ui.messages().get("templates.stray-brace", "{"));
            ui.screenshot(FOLDER.resolve("templates-edit-" + language + ".png"));
            ui.onFx(() -> {
                ui.<TextArea>lookup("#template-text").setText(text);
                ui.<Button>lookup("#template-keep").fire();
                ui.model().arrangement().closeSide();
                return true;
            });
            assertEquals(
                    Optional.of(text),
                    ui.onFx(() ->
                            ui.model()
                                    .templates()
                                    .templates()
                                    .get()
                                    .find(name)
                                    .map(kept -> kept.text())));

            ui.onFx(() -> {
                TextArea field = ui.lookup("#question");
                field.requestFocus();
                field.setText("/");
                field.end();
                return true;
            });
            ui.waitForText("/" + name);
            ui.screenshot(FOLDER.resolve("templates-list-" + language + ".png"));
            ui.robot().push(KeyCode.ENTER);
            ui.waitFor("the form", () -> ui.find("#template-form").isPresent());
            fill(ui, first);
            ui.screenshot(FOLDER.resolve("templates-form-" + language + ".png"));
            ui.robot().push(KeyCode.ENTER);
            fill(ui, second);
            ui.robot().push(KeyCode.ENTER);
            ui.waitFor(
                    "the question", () -> question.equals(ui.model().chat().draft().text().get()));
            assertEquals(0, ui.onFx(() -> ui.model().chat().turns().size()));
        }
    }

    private static void fill(UiHarness ui, String value) {
        ui.onFx(() -> {
            ((TextField) ui.stage().getScene().getFocusOwner()).setText(value);
            return true;
        });
    }
}
