package org.fumikura.app.chat;

import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.fumikura.app.fx.View;
import org.fumikura.rag.answer.Grounding;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says what the next answers of this conversation may rest on, and lets a person choose.
final class GroundingMenu extends View {
    private final ChatViewModel model;
    private final Messages messages;
    private final MenuButton node = new MenuButton();

    GroundingMenu(ChatViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        node.setId("grounding");
        node.getStyleClass().addAll(atlantafx.base.theme.Styles.FLAT, Styles.STATUS_ITEM);
        node.setMinWidth(MenuButton.USE_PREF_SIZE);
        keep(model.grounding().subscribe(this::show));
    }

    @Override
    public Node node() {
        return node;
    }

    private void show(Grounding chosen) {
        ToggleGroup group = new ToggleGroup();
        node.getItems().clear();
        for (Grounding grounding : Grounding.values()) {
            RadioMenuItem item = new RadioMenuItem(messages.get("grounding.about." + grounding));
            item.setToggleGroup(group);
            item.setSelected(grounding == chosen);
            item.setOnAction(_ -> model.choose(grounding));
            node.getItems().add(item);
        }
        node.setText(messages.get("grounding." + chosen));
        node.setGraphic(new FontIcon(chosen == Grounding.STRICT ? Feather.SHIELD : Feather.UNLOCK));
        node.setAccessibleText(messages.get("grounding.about." + chosen));
    }
}
