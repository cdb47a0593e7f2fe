package org.fumikura.app.window;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the window shows where: in its middle, on its right, and in passing. On the UI thread.
public final class Arrangement {
    private final ReadOnlyObjectWrapper<Workplace> workplace =
            new ReadOnlyObjectWrapper<>(Workplace.ASKING);
    private final ReadOnlyObjectWrapper<SidePanel> side =
            new ReadOnlyObjectWrapper<>(SidePanel.NONE);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// What the middle of the window is for at the moment.
    public ReadOnlyObjectProperty<Workplace> workplace() {
        return workplace.getReadOnlyProperty();
    }

    /// Turns the middle of the window to something else.
    public void goTo(Workplace chosen) {
        workplace.set(chosen);
    }

    /// The panel on the right.
    public ReadOnlyObjectProperty<SidePanel> side() {
        return side.getReadOnlyProperty();
    }

    /// Shows a panel on the right, or none.
    public void show(SidePanel panel) {
        side.set(panel);
    }

    /// Shows a panel, or closes it if it is the one shown.
    public void toggle(SidePanel panel) {
        show(side.get() == panel ? SidePanel.NONE : panel);
    }

    /// Closes the panel on the right.
    public void closeSide() {
        show(SidePanel.NONE);
    }

    /// What the window has to say in passing.
    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    /// Says something in passing, in place of what was said before.
    public void say(Notice said) {
        notice.set(Optional.of(said));
    }

    /// Takes back what was said.
    public void dismissNotice() {
        notice.set(Optional.empty());
    }
}
