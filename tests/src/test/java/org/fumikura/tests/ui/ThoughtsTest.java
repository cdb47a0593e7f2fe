package org.fumikura.tests.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a reasoning model thought, beside its answer.
class ThoughtsTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    @ParameterizedTest
    @CsvSource({
        "en, Why is the deposit 900 euros?, The person asks for a reason.",
        "ja, なぜ敷金は9万円ですか。, 理由を尋ねている。"
    })
    void thoughtIsFoldedAwayAboveTheAnswer(
            String language,
            String question,
            String thought,
            @TempDir Path home,
            @TempDir Path documents)
            throws Exception {
        Files.writeString(
                documents.resolve("rules.md"),
                "# House rules\n\nThe deposit is 900 euros, for the flat has two rooms.\n\n"
                        + "敷金は9万円です。部屋が二つあるためです。\n");
        try (UiHarness ui =
                UiHarness.open(home, Locale.forLanguageTag(language), new InstalledModels())) {
            ui.add(documents, 1);
            ui.ask(question);
            ui.waitForText(ui.messages().get("thoughts.title"));
            assertFalse(ui.shows(thought));

            ui.click("#thoughts");
            ui.waitForText(thought);
            ui.waitForText(ui.messages().get("thoughts.unchecked"));
            ui.screenshot(FOLDER.resolve("thoughts-" + language + ".png"));

            ui.click("#thoughts");
            ui.waitFor("the fold", () -> !ui.shows(thought));
        }
    }
}
