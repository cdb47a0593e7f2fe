package org.fumikura.app.window;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.fumikura.ui.Styles;

/// Two or three columns side by side. The outer ones keep the width that a person gave them by
/// dragging their edge; the middle takes the rest.
final class Columns extends HBox {
    private static final double MIN_OUTER = 200;
    private static final double MIN_MIDDLE = 320;

    private final Region left;
    private final Region middle;

    /// @param leftWidth width of the left column
    Columns(Region left, double leftWidth, Region middle) {
        this.left = left;
        this.middle = middle;
        setOuterWidth(left, leftWidth);
        middle.setMinWidth(0);
        // It grows to what is left, and never takes from the outer columns.
        middle.setPrefWidth(MIN_MIDDLE);
        HBox.setHgrow(middle, Priority.ALWAYS);
        showNothing();
    }

    /// Takes the column on the right away.
    void showNothing() {
        getChildren().setAll(left, edge(left, 1, _ -> {}), middle);
    }

    /// Puts a column on the right.
    ///
    /// @param dragged told of the width that a person gives it
    void showRight(Region right, double width, DoubleConsumer dragged) {
        showNothing();
        double room = getWidth() - left.getPrefWidth() - MIN_MIDDLE;
        setOuterWidth(right, getWidth() > 0 ? Math.max(MIN_OUTER, Math.min(width, room)) : width);
        getChildren().addAll(edge(right, -1, dragged), right);
    }

    /// The column on the right, if there is one.
    Optional<Node> right() {
        return getChildren().size() > 3 ? Optional.of(getChildren().getLast()) : Optional.empty();
    }

    /// @param direction 1 if dragging to the right makes the column wider, else -1
    private Region edge(Region column, int direction, DoubleConsumer dragged) {
        Region edge = new Region();
        edge.getStyleClass().add(Styles.EDGE);
        edge.setCursor(Cursor.H_RESIZE);
        double[] start = new double[2];
        edge.addEventHandler(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    start[0] = event.getSceneX();
                    start[1] = column.getWidth();
                });
        edge.addEventHandler(
                MouseEvent.MOUSE_DRAGGED,
                event -> {
                    double width = start[1] + direction * (event.getSceneX() - start[0]);
                    double room = column.getWidth() + middle.getWidth() - MIN_MIDDLE;
                    setOuterWidth(column, Math.clamp(width, MIN_OUTER, Math.max(MIN_OUTER, room)));
                    dragged.accept(column.getPrefWidth());
                });
        return edge;
    }

    private static void setOuterWidth(Region column, double width) {
        column.setMinWidth(MIN_OUTER);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }
}
