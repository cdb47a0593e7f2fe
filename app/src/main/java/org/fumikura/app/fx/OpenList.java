package org.fumikura.app.fx;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.fumikura.ui.Styles;

/// A list of things of which one is open: selecting opens, the delete key deletes, and what is
/// opened elsewhere is selected here.
public final class OpenList<T> extends View {
    private final ListView<T> list;
    private final Predicate<T> isOpen;
    private boolean following;

    /// @param open changes when another one is open
    /// @param isOpen whether it is this one
    public OpenList(
            ObservableList<T> shown,
            ObservableValue<?> open,
            Predicate<T> isOpen,
            Consumer<T> opener,
            Consumer<T> delete) {
        this.isOpen = isOpen;
        list = new ListView<>(shown);
        list.getStyleClass().add(Styles.CONVERSATIONS);
        list.setOnKeyPressed(event -> {
            T selected = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.DELETE && selected != null) {
                delete.accept(selected);
                event.consume();
            }
        });
        keep(
                list.getSelectionModel()
                        .selectedItemProperty()
                        .subscribe(selected -> {
                            if (selected != null && !following) {
                                opener.accept(selected);
                            }
                        }));
        ListChangeListener<T> changed = _ -> follow();
        shown.addListener(changed);
        keep(() -> shown.removeListener(changed));
        keep(open.subscribe(_ -> follow()));
    }

    @Override
    public Node node() {
        return list;
    }

    /// The list itself, for its cells, names and placeholder.
    public ListView<T> list() {
        return list;
    }

    /// Selects the one that is open, without opening it once more.
    private void follow() {
        following = true;
        try {
            int index = -1;
            for (int i = 0; i < list.getItems().size(); i++) {
                if (isOpen.test(list.getItems().get(i))) {
                    index = i;
                }
            }
            list.getSelectionModel().clearAndSelect(index);
        } finally {
            following = false;
        }
    }
}
