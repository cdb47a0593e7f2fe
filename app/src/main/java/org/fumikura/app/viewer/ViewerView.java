package org.fumikura.app.viewer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Busy;
import org.fumikura.app.fx.PanelHead;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.UiThread;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.rag.parse.PagePicture;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// The panel with the cited document: title, and the page as it looks or its text, with the passage
/// marked.
public final class ViewerView extends View {
    private static final Duration SETTLING = Duration.ofMillis(200);
    private static final Map<KeyCombination, Consumer<ViewerViewModel>> KEYS =
            Map.of(
                    new KeyCodeCombination(KeyCode.PAGE_UP), model -> model.turnBy(-1),
                    new KeyCodeCombination(KeyCode.PAGE_DOWN), model -> model.turnBy(1),
                    new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN),
                            ViewerViewModel::previous,
                    new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN),
                            ViewerViewModel::next,
                    new KeyCodeCombination(
                                    KeyCode.PLUS,
                                    KeyCombination.SHORTCUT_DOWN,
                                    KeyCombination.SHIFT_ANY),
                            ViewerViewModel::zoomIn,
                    new KeyCodeCombination(
                                    KeyCode.EQUALS,
                                    KeyCombination.SHORTCUT_DOWN,
                                    KeyCombination.SHIFT_ANY),
                            ViewerViewModel::zoomIn,
                    new KeyCodeCombination(KeyCode.ADD, KeyCombination.SHORTCUT_DOWN),
                            ViewerViewModel::zoomIn,
                    new KeyCodeCombination(KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN),
                            ViewerViewModel::zoomOut,
                    new KeyCodeCombination(KeyCode.SUBTRACT, KeyCombination.SHORTCUT_DOWN),
                            ViewerViewModel::zoomOut,
                    new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN),
                            ViewerViewModel::zoomToFit);

    private final ViewerViewModel model;
    private final Messages messages;
    private final UiThread ui;
    private final VBox node = new VBox();
    private final VBox content = new VBox();
    private final Runnable close;
    private Optional<ViewerState.Showing> shown = Optional.empty();
    private Optional<DrawnPage> drawn = Optional.empty();
    private UiThread.Cancellable settling = () -> {};

    /// @param close takes the panel out of the window
    public ViewerView(ViewerViewModel model, Messages messages, UiThread ui, Runnable close) {
        this.model = model;
        this.messages = messages;
        this.ui = ui;
        this.close = close;
        node.getStyleClass().add(Styles.PANEL);
        node.setId("viewer");
        VBox.setVgrow(content, Priority.ALWAYS);
        node.getChildren().add(content);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        node.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        keep(model.state().subscribe(this::show));
        keep(model.zoom().subscribe(zoom -> drawn.ifPresent(page -> page.zoom(zoom))));
        keep(() -> settling.cancel());
    }

    @Override
    public Node node() {
        return node;
    }

    private void show(ViewerState state) {
        if (!(state instanceof ViewerState.Showing)) {
            shown = Optional.empty();
            drawn = Optional.empty();
        }
        switch (state) {
            case ViewerState.Nothing _ ->
                    content.getChildren()
                            .setAll(head(List.of()), notice(messages.get("viewer.nothing")));
            case ViewerState.Opening _ ->
                    content.getChildren()
                            .setAll(
                                    head(List.of()),
                                    padded(new Busy(ui, messages.get("viewer.opening"))));
            case ViewerState.Gone gone ->
                    content.getChildren()
                            .setAll(
                                    head(List.of()),
                                    notice(messages.get("viewer.gone", gone.place().title())));
            case ViewerState.Failed failed -> {
                FailureText text = FailureText.of(messages, failed.fault());
                content.getChildren()
                        .setAll(head(List.of()), notice(text.title() + "\n" + text.advice()));
            }
            case ViewerState.Showing showing -> showPage(showing);
        }
    }

    private void showPage(ViewerState.Showing showing) {
        if (showing.look() instanceof PageLook.Picture picture
                && shown.isPresent()
                && shown.get().isSamePage(showing)
                && drawn.isPresent()) {
            drawn.get().show(picture.drawn());
            return;
        }
        drawn = Optional.empty();
        ScrollPane page =
                switch (showing.look()) {
                    case PageLook.Picture picture -> draw(picture.drawn());
                    case PageLook.TextOnly _, PageLook.Undrawn _ ->
                            new TextPage(showing.page(), messages, ui);
                };
        VBox.setVgrow(page, Priority.ALWAYS);
        ViewerHead head = new ViewerHead(model, messages);
        content.getChildren().setAll(head(head.places(showing)), head.title(showing), page);
        shown = Optional.of(showing);
    }

    private DrawnPage draw(PagePicture.Drawn picture) {
        DrawnPage page = new DrawnPage(picture, model.zoom().get(), ui, this::seenAt);
        drawn = Optional.of(page);
        return page;
    }

    /// Waits until dragging or zooming rests.
    private void seenAt(int pixels) {
        settling.cancel();
        settling = ui.after(SETTLING, () -> model.seenAt(pixels));
    }

    private Node head(List<Node> places) {
        return new PanelHead(
                messages, messages.get("viewer.title"), close, places.toArray(Node[]::new));
    }

    private void keyPressed(KeyEvent event) {
        Optional<Runnable> action =
                KEYS.entrySet().stream()
                        .filter(key -> key.getKey().match(event))
                        .map(key -> (Runnable) () -> key.getValue().accept(model))
                        .findFirst();
        action.ifPresent(run -> {
            run.run();
            event.consume();
        });
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown() && event.getDeltaY() != 0) {
            if (event.getDeltaY() > 0) {
                model.zoomIn();
            } else {
                model.zoomOut();
            }
            event.consume();
        }
    }

    private Node notice(String text) {
        return padded(Prose.label(text, Styles.MUTED));
    }

    private static Node padded(Region inner) {
        VBox box = new VBox(inner);
        box.getStyleClass().add(Styles.PAGE);
        return box;
    }
}
