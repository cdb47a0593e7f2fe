package org.fumikura.app.library;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.fumikura.app.fx.View;
import org.fumikura.rag.library.LibraryCollection;
import org.fumikura.ui.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Opens a collection, or begins a new one.
final class CollectionsMenu extends View {
    private final CollectionsViewModel model;
    private final Messages messages;
    private final MenuButton node;

    CollectionsMenu(CollectionsViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        node = new MenuButton(messages.get("collections.title"), new FontIcon(Feather.LAYERS));
        node.setId("collections");
        node.setMinWidth(MenuButton.USE_PREF_SIZE);
        ListChangeListener<LibraryCollection> changed = _ -> fill();
        model.all().addListener(changed);
        keep(() -> model.all().removeListener(changed));
        fill();
    }

    @Override
    public Node node() {
        return node;
    }

    private void fill() {
        node.getItems().clear();
        model.all()
                .forEach(collection -> add(collection.name(), () -> model.open(collection.name())));
        if (!model.all().isEmpty()) {
            node.getItems().add(new SeparatorMenuItem());
        }
        add(messages.get("collections.new"), () -> model.startNew(List.of()));
    }

    private void add(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        // A name may hold an underscore, which would be taken for the mark of a key.
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        node.getItems().add(item);
    }
}
