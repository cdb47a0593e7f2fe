package org.fumikura.app.fx;

import javafx.application.Platform;

/// The FX toolkit's life.
public final class Toolkit {
    private Toolkit() {}

    /// Starts the toolkit and runs `ready` on its thread. The toolkit stays until [#stop()].
    ///
    /// @throws RuntimeException if it cannot start on this machine
    public static void start(Runnable ready) {
        Platform.setImplicitExit(false);
        Platform.startup(ready);
    }

    /// Ends the toolkit.
    public static void stop() {
        Platform.exit();
    }
}
