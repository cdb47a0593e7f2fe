package org.fumikura.app.fx;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a panel shows below its head, scrolled up and down only.
public final class PanelPage extends ScrollPane {
    /// @param spacing pixels between the parts
    public PanelPage(double spacing, Node... parts) {
        VBox page = new VBox(spacing, parts);
        page.getStyleClass().add(org.fumikura.ui.Styles.PAGE);
        setContent(page);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add(Styles.FLAT);
        VBox.setVgrow(this, Priority.ALWAYS);
    }
}
