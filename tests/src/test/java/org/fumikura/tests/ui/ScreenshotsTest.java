package org.fumikura.tests.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.fumikura.app.chat.TurnState;
import org.fumikura.app.settings.Theme;
import org.fumikura.app.viewer.Place;
import org.fumikura.app.window.SidePanel;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Writes pictures of the window to `target/screenshots`, to be looked at.
class ScreenshotsTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void windowIsPicturedInBothThemes(String language, @TempDir Path home) throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        try (UiHarness ui = UiHarness.open(home, locale, new InstalledModels())) {
            choose(ui, Theme.LIGHT);
            ui.screenshot(FOLDER.resolve("first-run-" + language + ".png"));
            ui.click("#add-samples");
            ui.waitFor("samples", () -> ui.model().welcome().state().get().isReady());
            ui.waitFor("all", () -> ui.model().library().coverage().get().searchable() == 6);
            ui.click(".suggestion");
            ui.waitForAnswer();
            ui.onFx(() -> {
                var done = (TurnState.Done) ui.model().chat().turns().getLast().state().get();
                ui.model()
                        .openPlaces(done.answer().citations().stream().map(Place::of).toList(), 0);
                return true;
            });
            ui.waitFor("the page", () -> ui.stage().getScene().lookup("#viewer-page") != null);
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                choose(ui, theme);
                String name = theme.name().toLowerCase(Locale.ROOT);
                ui.screenshot(FOLDER.resolve("answer-" + language + "-" + name + ".png"));
            }
            ui.onFx(() -> {
                ui.model().arrangement().toggle(SidePanel.LIBRARY);
                return true;
            });
            ui.screenshot(FOLDER.resolve("library-" + language + "-dark.png"));
            for (SidePanel panel : List.of(SidePanel.MODELS, SidePanel.SETTINGS)) {
                ui.onFx(() -> {
                    ui.model().arrangement().toggle(panel);
                    return true;
                });
                String name = panel.name().toLowerCase(Locale.ROOT);
                ui.screenshot(FOLDER.resolve(name + "-" + language + "-dark.png"));
            }
        }
        assertTrue(Files.size(FOLDER.resolve("answer-" + language + "-dark.png")) > 20_000);
    }

    private static void choose(UiHarness ui, Theme theme) {
        ui.onFx(() -> {
            ui.model().appearance().choose(theme);
            return true;
        });
    }
}
