package org.fumikura.app.settings;

import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fumikura.app.fx.Lanes;
import org.fumikura.rag.library.Settings;

/// Theme and language: as remembered at first, remembered again when changed. On the UI thread.
public final class AppearanceViewModel {
    private static final String THEME = "window.theme";
    private static final String LANGUAGE = "window.language";

    private final Lanes lanes;
    private final Settings settings;
    private final Locale system;
    private final ReadOnlyObjectWrapper<Theme> theme;
    private final ReadOnlyObjectWrapper<UiLanguage> language;

    /// @param system the system's locale
    public AppearanceViewModel(Lanes lanes, Settings settings, Locale system) {
        this.lanes = lanes;
        this.settings = settings;
        this.system = system;
        theme = new ReadOnlyObjectWrapper<>(remembered(THEME, Theme.class, Theme.AUTO));
        language =
                new ReadOnlyObjectWrapper<>(
                        remembered(LANGUAGE, UiLanguage.class, UiLanguage.SYSTEM));
    }

    public ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<UiLanguage> language() {
        return language.getReadOnlyProperty();
    }

    /// The locale the texts are shown in.
    public Locale locale() {
        return language.get().locale(system);
    }

    public void choose(Theme choice) {
        theme.set(choice);
        lanes.work().execute(() -> settings.put(THEME, choice.name()));
    }

    public void choose(UiLanguage choice) {
        language.set(choice);
        lanes.work().execute(() -> settings.put(LANGUAGE, choice.name()));
    }

    private <E extends Enum<E>> E remembered(String name, Class<E> type, E otherwise) {
        String value = settings.get(name).orElse("");
        for (E choice : type.getEnumConstants()) {
            if (choice.name().equals(value)) {
                return choice;
            }
        }
        return otherwise;
    }
}
