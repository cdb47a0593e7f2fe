package org.fumikura.app.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;
import org.fumikura.ui.Messages;

/// Lets a person select and copy text across all the text flows below a region, as on a page: by
/// dragging, by double click (a word) and triple click (a paragraph), by keyboard (all), and from a
/// context menu.
public final class TextSelection {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ALL =
            new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private record Point(int flow, int offset) implements Comparable<Point> {
        @Override
        public int compareTo(Point other) {
            return flow != other.flow
                    ? Integer.compare(flow, other.flow)
                    : Integer.compare(offset, other.offset);
        }
    }

    private final Region root;
    private final ContextMenu menu = new ContextMenu();
    private List<SelectableFlow> flows = List.of();
    private Point anchor = new Point(0, 0);

    private TextSelection(Region root, Messages messages) {
        this.root = root;
        MenuItem copy = new MenuItem(messages.get("text.copy"));
        copy.setOnAction(_ -> copy());
        MenuItem all = new MenuItem(messages.get("text.select-all"));
        all.setOnAction(_ -> selectAll());
        menu.getItems().addAll(copy, all);
    }

    /// Makes the text below `root` selectable.
    public static void install(Region root, Messages messages) {
        TextSelection selection = new TextSelection(root, messages);
        root.setFocusTraversable(true);
        root.setCursor(Cursor.TEXT);
        root.addEventHandler(MouseEvent.MOUSE_PRESSED, selection::pressed);
        root.addEventHandler(MouseEvent.MOUSE_DRAGGED, selection::dragged);
        root.addEventHandler(KeyEvent.KEY_PRESSED, selection::keyPressed);
        root.setOnContextMenuRequested(event -> {
            selection.menu.show(root, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        root.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused && !selection.menu.isShowing()) {
                        selection.clear();
                    }
                });
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        root.requestFocus();
        clear();
        flows = below(root, new ArrayList<>());
        if (flows.isEmpty()) {
            return;
        }
        Point at = pointAt(event);
        SelectableFlow flow = flows.get(at.flow());
        switch (event.getClickCount()) {
            case 1 -> select(event.isShiftDown() ? anchor : at, at);
            case 2 ->
                    select(
                            new Point(at.flow(), flow.wordStart(at.offset())),
                            new Point(at.flow(), flow.wordEnd(at.offset())));
            default -> select(new Point(at.flow(), 0), new Point(at.flow(), flow.length()));
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !flows.isEmpty()) {
            select(anchor, pointAt(event));
            event.consume();
        }
    }

    private void keyPressed(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (ALL.match(event)) {
            selectAll();
            event.consume();
        }
    }

    private void selectAll() {
        flows = below(root, new ArrayList<>());
        if (!flows.isEmpty()) {
            select(new Point(0, 0), new Point(flows.size() - 1, flows.getLast().length()));
        }
    }

    private void select(Point from, Point to) {
        anchor = from;
        Point first = from.compareTo(to) <= 0 ? from : to;
        Point last = from.compareTo(to) <= 0 ? to : from;
        for (int i = 0; i < flows.size(); i++) {
            SelectableFlow flow = flows.get(i);
            int start = i < first.flow() ? flow.length() : i == first.flow() ? first.offset() : 0;
            int end = i > last.flow() ? 0 : i == last.flow() ? last.offset() : flow.length();
            flow.select(start, end);
        }
    }

    private void clear() {
        flows.forEach(flow -> flow.select(0, 0));
    }

    private void copy() {
        String text = selectedText();
        if (!text.isEmpty()) {
            SystemClipboard.put(text);
        }
    }

    private String selectedText() {
        return String.join(
                "\n",
                flows.stream()
                        .map(SelectableFlow::selectedText)
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private Point pointAt(MouseEvent event) {
        int nearest = 0;
        double distance = Double.MAX_VALUE;
        for (int i = 0; i < flows.size(); i++) {
            Bounds bounds = flows.get(i).localToScene(flows.get(i).getBoundsInLocal());
            double off =
                    Math.max(
                            0,
                            Math.max(
                                    bounds.getMinY() - event.getSceneY(),
                                    event.getSceneY() - bounds.getMaxY()));
            if (off < distance) {
                distance = off;
                nearest = i;
            }
        }
        SelectableFlow flow = flows.get(nearest);
        Point2D local = flow.sceneToLocal(event.getSceneX(), event.getSceneY());
        return new Point(nearest, flow.offsetAt(local));
    }

    private static List<SelectableFlow> below(Parent parent, List<SelectableFlow> found) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof SelectableFlow flow) {
                found.add(flow);
            } else if (child instanceof Parent inner && !(child instanceof TextFlow)) {
                below(inner, found);
            }
        }
        return found;
    }
}
