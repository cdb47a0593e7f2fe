package org.fumikura.app.library;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.ui.Messages;

/// What can be done with the files chosen in the library.
final class FileMenu extends ContextMenu {
    private final CollectionsViewModel collections;
    private final Messages messages;
    private final Supplier<List<LibraryFile>> chosen;
    private final Menu into;

    FileMenu(
            LibraryViewModel model,
            CollectionsViewModel collections,
            Messages messages,
            Supplier<List<LibraryFile>> chosen) {
        this.collections = collections;
        this.messages = messages;
        this.chosen = chosen;
        into = new Menu(messages.get("collections.add-to"));
        getItems()
                .setAll(
                        item(messages.get("library.first"), () -> model.prefer(paths())),
                        into,
                        new SeparatorMenuItem(),
                        item(messages.get("library.remove"), () -> model.remove(chosen.get())));
        setOnShowing(_ -> fill());
        fill();
    }

    private void fill() {
        into.getItems().clear();
        collections
                .all()
                .forEach(collection ->
                        into.getItems()
                                .add(
                                        item(
                                                collection.name(),
                                                () ->
                                                        collections.put(
                                                                collection.name(), paths()))));
        if (!into.getItems().isEmpty()) {
            into.getItems().add(new SeparatorMenuItem());
        }
        into.getItems()
                .add(item(messages.get("collections.new"), () -> collections.startNew(paths())));
        boolean waiting = chosen.get().stream().anyMatch(Coverage::isUnderWay);
        getItems().getFirst().setDisable(!waiting);
    }

    private List<Path> paths() {
        return chosen.get().stream().map(LibraryFile::path).toList();
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
