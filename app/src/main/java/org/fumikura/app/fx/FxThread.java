package org.fumikura.app.fx;

import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;

/// The FX application thread.
public final class FxThread implements UiThread {
    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    @Override
    public void onNextFrame(Runnable task) {
        execute(() ->
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        stop();
                        task.run();
                    }
                }.start());
    }

    @Override
    public Cancellable after(Duration delay, Runnable task) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(delay.toMillis()));
        pause.setOnFinished(_ -> task.run());
        execute(pause::play);
        return pause::stop;
    }
}
