package org.fumikura.app.fx;

import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;

/// Says that something is under way, but only if it takes longer than a moment: what is done within
/// 200 ms would only flicker.
public final class Busy extends HBox {
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final Label label = new Label();

    public Busy(UiThread ui, String text) {
        super(10);
        ProgressIndicator ring = new ProgressIndicator();
        ring.setPrefSize(16, 16);
        ring.setMinSize(16, 16);
        label.getStyleClass().add(org.fumikura.ui.Styles.MUTED);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(ring, label);
        setVisible(false);
        say(text);
        ui.after(MOMENT, () -> setVisible(true));
    }

    /// Says something else of the same work.
    public void say(String text) {
        label.setText(text);
        setAccessibleText(text);
    }
}
