package org.fumikura.app.fx;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.fumikura.ui.Styles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A thing in a list by its title, with a bin behind it where the mouse is.
public class TitleCell<T> extends ListCell<T> {
    private final Function<T, String> titles;
    private final Label title = new Label();
    private final HBox row;

    /// @param titles the title of each
    /// @param deleteText what the bin does
    protected TitleCell(Function<T, String> titles, String deleteText, Consumer<T> delete) {
        this.titles = titles;
        getStyleClass().add(Styles.CONVERSATION);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        IconButton bin =
                new IconButton(Feather.TRASH_2, deleteText, () -> delete.accept(getItem()));
        bin.visibleProperty().bind(hoverProperty().or(selectedProperty()));
        bin.setFocusTraversable(false);
        row = new HBox(4, title, bin);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        setPrefWidth(0);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    /// A cell that shows and deletes, and nothing else.
    public static <T> TitleCell<T> of(
            Function<T, String> titles, String deleteText, Consumer<T> delete) {
        return new TitleCell<>(titles, deleteText, delete);
    }

    /// The title and the bin.
    protected final Node row() {
        return row;
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        String name = titles.apply(item);
        title.setText(name.replaceAll("\\s+", " "));
        setAccessibleText(name);
        setGraphic(row);
    }
}
