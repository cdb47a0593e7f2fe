package org.fumikura.app.fx;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;

/// The top of a side panel: its title, what else it holds, and the button that closes it.
public final class PanelHead extends HBox {
    public PanelHead(Messages messages, String title, Runnable close, Node... extras) {
        super(4);
        Label label = new Label(title);
        label.getStyleClass().add(Styles.PANEL_TITLE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add(Styles.PANEL_HEAD);
        getChildren().addAll(label, space);
        getChildren().addAll(extras);
        getChildren().add(new IconButton(Feather.X, messages.get("panel.close"), close));
    }
}
