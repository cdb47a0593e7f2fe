package org.fumikura.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelState;
import org.fumikura.app.window.SidePanel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The panels of models and of their settings.
class ModelPanelsTest {
    private static final ModelCard REMOTE =
            new ModelCard(
                    "endpoint:office",
                    ModelCard.Role.CHAT,
                    "large-model @ server.example",
                    "",
                    List.of(),
                    0,
                    0,
                    ModelCard.Fit.FITS,
                    ModelCard.Use.CHOSEN,
                    ModelCard.Place.ELSEWHERE,
                    new ModelState.Ready());

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void settingsAreShownChangedAndRemembered(String language, @TempDir Path home)
            throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        try (UiHarness ui = UiHarness.open(home, locale, new InstalledModels())) {
            ui.click("#open-settings");
            ui.waitForText(ui.messages().get("settings.context.about"));
            ui.waitForText(ui.messages().get("settings.adapter"));
            ui.onFx(() -> {
                choose(ui, "#settings-context", 8192);
                return true;
            });
            assertEquals(8192, ui.onFx(() -> ui.model().tuning().tuning().get().contextTokens()));
            ui.waitForText(ui.messages().get("settings.tokens", 8192));
        }
        try (UiHarness ui = UiHarness.open(home, locale, new InstalledModels())) {
            assertEquals(8192, ui.onFx(() -> ui.model().tuning().tuning().get().contextTokens()));
        }
    }

    @Test
    void droppedModelIsCopiedAndTold(@TempDir Path home) throws Exception {
        try (UiHarness ui = UiHarness.open(home)) {
            ui.onFx(() -> {
                ui.model().drop(List.of(Path.of("mine.GGUF")));
                return true;
            });
            ui.waitForText(ui.messages().get("models.imported", "mine.GGUF"));
            assertEquals(SidePanel.MODELS, ui.onFx(() -> ui.model().side().get()));
            assertEquals(0, ui.onFx(() -> ui.model().library().coverage().get().files()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void modelOnAnotherMachineIsMarkedWhereverItShows(String language, @TempDir Path home)
            throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        try (UiHarness ui = UiHarness.open(home, locale, new InstalledModels(REMOTE))) {
            ui.waitForText(ui.messages().get("composer.hint-elsewhere"));
            assertFalse(ui.shows(ui.messages().get("composer.hint")));
            ui.waitForText(
                    ui.messages()
                            .get(
                                    "status.model",
                                    REMOTE.title(),
                                    ui.messages().get("models.leaves")));
            ui.click("#status-model");
            ui.waitForText(ui.messages().get("models.leaves-chosen"));
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> void choose(UiHarness ui, String selector, T value) {
        ((ComboBox<T>) ui.stage().getScene().lookup(selector)).setValue(value);
    }
}
