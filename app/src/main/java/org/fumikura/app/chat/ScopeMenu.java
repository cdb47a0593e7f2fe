package org.fumikura.app.chat;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.fumikura.app.fx.View;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Says where answers are looked for, and lets a person choose. Not there while there are no
/// collections.
public final class ScopeMenu extends View {
    private final ScopeViewModel model;
    private final Messages messages;
    private final MenuButton node = new MenuButton("", new FontIcon(Feather.LAYERS));

    /// @param id of its node
    public ScopeMenu(String id, ScopeViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        node.setId(id);
        node.getStyleClass().addAll(atlantafx.base.theme.Styles.FLAT, Styles.STATUS_ITEM);
        node.setMinWidth(MenuButton.USE_PREF_SIZE);
        node.setMaxWidth(260);
        ListChangeListener<String> changed = _ -> fill();
        model.names().addListener(changed);
        keep(() -> model.names().removeListener(changed));
        keep(model.chosen().subscribe(_ -> fill()));
    }

    @Override
    public Node node() {
        return node;
    }

    private void fill() {
        Optional<String> chosen = model.chosen().get();
        ToggleGroup group = new ToggleGroup();
        node.getItems().clear();
        add(group, Optional.empty());
        model.names().forEach(name -> add(group, Optional.of(name)));
        node.setText(words(chosen));
        node.setAccessibleText(messages.get("scope.title", words(chosen)));
        node.setVisible(!model.names().isEmpty());
        node.setManaged(!model.names().isEmpty());
    }

    private void add(ToggleGroup group, Optional<String> collection) {
        RadioMenuItem item = new RadioMenuItem(words(collection));
        // A name may hold an underscore, which would be taken for the mark of a key.
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(collection.equals(model.chosen().get()));
        item.setOnAction(_ -> model.choose(collection));
        node.getItems().add(item);
    }

    private String words(Optional<String> collection) {
        return collection.orElse(messages.get("scope.everything"));
    }
}
