package org.fumikura.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Optional;
import org.fumikura.app.fakes.FakeSettings;
import org.fumikura.app.fakes.ImmediateUi;
import org.junit.jupiter.api.Test;

class AppearanceViewModelTest {
    private final FakeSettings settings = new FakeSettings();

    @Test
    void systemIsFollowedUntilSomethingIsChosen() {
        assertEquals(Locale.JAPAN, model().locale());
        assertEquals(Theme.AUTO, model().theme().get());
    }

    @Test
    void choicesAreRemembered() {
        model().choose(UiLanguage.ENGLISH);
        model().choose(Theme.DARK);
        assertEquals(Locale.ENGLISH, model().locale());
        assertEquals(Theme.DARK, model().theme().get());
    }

    @Test
    void unknownChoicesAreForgotten() {
        settings.put("window.theme", "PINK");
        assertEquals(Theme.AUTO, model().theme().get());
    }

    @Test
    void placementIsRemembered() {
        var placement = new WindowPlacement(-10, 20, 1200, 800, WindowPlacement.Extent.MAXIMIZED);
        placement.remember(settings);
        assertEquals(Optional.of(placement), WindowPlacement.remembered(settings));
        settings.put("window.placement", "nonsense");
        assertEquals(Optional.empty(), WindowPlacement.remembered(settings));
    }

    private AppearanceViewModel model() {
        return new AppearanceViewModel(new ImmediateUi().lanes(), settings, Locale.JAPAN);
    }
}
