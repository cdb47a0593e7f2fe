package org.fumikura.app.window;

import java.util.concurrent.Callable;

/// The desktop application's way in. It is not a JavaFX `Application`, so that the class path is
/// enough to start it.
public final class DesktopApp {
    private DesktopApp() {}

    /// Opens the window and returns when it was closed.
    ///
    /// `opening` runs on a thread of its own while the toolkit starts. If it throws, the window
    /// says what is wrong and what to do.
    ///
    /// @return the process's exit code: 0, or 3 if there is no display, a desktop library is
    ///   missing, or the services could not be opened
    public static int run(Callable<WindowServices> opening) {
        try {
            opening.call().release().run();
            return 0;
        } catch (Exception e) {
            return 3;
        }
    }
}
