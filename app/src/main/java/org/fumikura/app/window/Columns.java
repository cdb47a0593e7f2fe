package org.fumikura.app.window;

import java.util.Optional;
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
    private double panelWidth;

    /// @param leftWidth width of the left column
    /// @param panelWidth width of the right column when there is one
    Columns(Region left, double leftWidth, Region middle, double panelWidth) {
        this.left = left;
        this.middle = middle;
        this.panelWidth = panelWidth;
        setOuterWidth(left, leftWidth);
        middle.setMinWidth(0);
        // It grows to what is left, and never takes from the outer columns.
        middle.setPrefWidth(MIN_MIDDLE);
        HBox.setHgrow(middle, Priority.ALWAYS);
        showRight(Optional.empty());
    }

    /// Puts a column on the right, or takes it away.
    void showRight(Optional<Region> panel) {
        getChildren().setAll(left, edge(left, 1), middle);
        panel.ifPresent(right -> {
            setOuterWidth(right, panelWidth);
            getChildren().addAll(edge(right, -1), right);
        });
    }

    /// The column on the right, if there is one.
    Optional<Node> right() {
        return getChildren().size() > 3 ? Optional.of(getChildren().getLast()) : Optional.empty();
    }

    /// @param direction 1 if dragging to the right makes the column wider, else -1
    private Region edge(Region column, int direction) {
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
                    if (direction < 0) {
                        panelWidth = column.getPrefWidth();
                    }
                });
        return edge;
    }

    private static void setOuterWidth(Region column, double width) {
        column.setMinWidth(MIN_OUTER);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }
}
