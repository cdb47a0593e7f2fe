package org.fumikura.app.chat;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A framed notice: an icon, a title, what to do, and buttons for it.
public final class Card extends HBox {
    /// @param styleClass what kind of notice it is
    public Card(String styleClass, Feather icon, String title, String advice, Node... actions) {
        super(12);
        getStyleClass().addAll(Styles.CARD, styleClass);
        Label heading = Prose.label(title, Styles.CARD_TITLE);
        VBox words = new VBox(6, heading);
        if (!advice.isEmpty()) {
            words.getChildren().add(Prose.paragraph(advice, Styles.PARAGRAPH));
        }
        if (actions.length > 0) {
            FlowPane row = new FlowPane(8, 8, actions);
            row.setAlignment(Pos.CENTER_LEFT);
            words.getChildren().add(row);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(icon), words);
        setAccessibleText(title);
    }
}
