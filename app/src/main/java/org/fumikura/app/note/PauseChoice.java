package org.fumikura.app.note;

import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.fumikura.app.fx.Lanes;
import org.fumikura.rag.library.Settings;

/// Whether the model proposes something whenever the person pauses; not at first. On the UI thread.
public final class PauseChoice {
    private static final String SETTING = "writing.propose-at-pauses";

    private final Lanes lanes;
    private final Settings settings;
    private final BooleanSupplier allowed;
    private final ReadOnlyBooleanWrapper chosen = new ReadOnlyBooleanWrapper();

    /// @param allowed whether the model may work unasked, on mains power and on this machine; asked
    ///   off the UI thread
    public PauseChoice(Lanes lanes, Settings settings, BooleanSupplier allowed) {
        this.lanes = lanes;
        this.settings = settings;
        this.allowed = allowed;
        lanes.fetch(
                () -> settings.get(SETTING).filter("true"::equals).isPresent(),
                chosen::set,
                _ -> chosen.set(false));
    }

    /// What the person chose.
    public ReadOnlyBooleanProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Remembers the choice.
    public void choose(boolean now) {
        chosen.set(now);
        lanes.work().execute(() -> settings.put(SETTING, String.valueOf(now)));
    }

    /// Does something, if the model may work unasked now.
    void ifAllowed(Lanes on, Runnable work) {
        on.fetch(
                allowed::getAsBoolean,
                may -> {
                    if (may) {
                        work.run();
                    }
                },
                _ -> {});
    }
}
