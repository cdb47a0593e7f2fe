package org.fumikura.app.chat;

final class Canary {
    void show(Runnable change) {
        javafx.application.Platform.runLater(change);
    }
}
