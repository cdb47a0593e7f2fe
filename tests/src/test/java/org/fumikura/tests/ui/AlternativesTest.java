package org.fumikura.tests.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What documents say of each of two that a question asks to choose from.
class AlternativesTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Which is higher, the deposit or the rent? | The deposit is 900 euros. | “The deposit is 900 euros.” | “The rent is 450 euros.”
                    en | Which is higher, the deposit or the toll? | The deposit is 900 euros. | “The deposit is 900 euros.” | None of the passages read
                    ja | 敷金と家賃のどちらが高いですか。 | 敷金は9万円です。 | 「敷金は9万円です。」 | 「家賃は5万円です。」
                    """)
    void eachStandsBesideTheOther(
            String language,
            String question,
            String opened,
            String one,
            String other,
            @TempDir Path home,
            @TempDir Path documents)
            throws Exception {
        Files.writeString(
                documents.resolve("rules.md"),
                "# House rules\n\nThe deposit is 900 euros. The rent is 450 euros.\n\n"
                        + "敷金は9万円です。家賃は5万円です。\n");
        try (UiHarness ui =
                UiHarness.open(home, Locale.forLanguageTag(language), new InstalledModels())) {
            ui.add(documents, 1);
            ui.ask(question);
            ui.waitForText(ui.messages().get("alternatives.title"));
            assertTrue(ui.shows(one));
            assertTrue(ui.shows(other));
            ui.screenshot(FOLDER.resolve("alternatives-" + language + ".png"));

            ui.click("#alternatives .button");
            ui.waitForText(ui.messages().get("viewer.page", 1, 1));
            assertTrue(ui.shows(opened));
        }
    }
}
