package org.fumikura.app.window;

import javafx.application.ColorScheme;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.fumikura.app.chat.Card;
import org.fumikura.app.fx.Appearance;
import org.fumikura.app.text.FailureText;
import org.fumikura.ui.Assets;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;

/// The window in the place of the main window when that cannot be opened: what is wrong, and what
/// to do.
final class FailureWindow {
    private FailureWindow() {}

    static void show(Messages messages, Throwable fault, Runnable closed) {
        ColorScheme desktop = Appearance.ofDesktop().getValue();
        Appearance.dress(desktop == null ? ColorScheme.LIGHT : desktop);
        FailureText text = FailureText.of(messages, fault);
        Button close = new Button(messages.get("failure.close"));
        close.setDefaultButton(true);
        HBox buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox root =
                new VBox(
                        16,
                        new Card(
                                Styles.CARD_ERROR,
                                Feather.ALERT_CIRCLE,
                                text.title(),
                                text.advice()),
                        buttons);
        root.getStyleClass().add(Styles.PAGE);
        Stage stage = new Stage();
        Scene scene = new Scene(root, 520, 260);
        scene.getStylesheets().add(Assets.stylesheet().toExternalForm());
        stage.setScene(scene);
        stage.setTitle(messages.get("app.name"));
        close.setOnAction(_ -> stage.hide());
        stage.setOnHidden(_ -> closed.run());
        stage.show();
    }
}
