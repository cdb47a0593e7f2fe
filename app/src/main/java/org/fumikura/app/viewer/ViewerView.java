package org.fumikura.app.viewer;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.fumikura.app.fx.Busy;
import org.fumikura.app.fx.IconButton;
import org.fumikura.app.fx.PanelHead;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.SelectableFlow;
import org.fumikura.app.fx.TextSelection;
import org.fumikura.app.fx.UiThread;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;

/// The panel with the cited document: title, page, text with the passage marked.
public final class ViewerView extends View {
    private final ViewerViewModel model;
    private final Messages messages;
    private final UiThread ui;
    private final VBox node = new VBox();
    private final VBox content = new VBox();
    private final Runnable close;

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
        keep(model.state().subscribe(this::show));
    }

    @Override
    public Node node() {
        return node;
    }

    private void show(ViewerState state) {
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
        ScrollPane scroll = new ScrollPane();
        VBox page = page(showing.page(), scroll);
        scroll.setContent(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add(atlantafx.base.theme.Styles.FLAT);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        content.getChildren().setAll(head(places(showing)), title(showing), scroll);
    }

    private Node head(List<Node> places) {
        return new PanelHead(
                messages, messages.get("viewer.title"), close, places.toArray(Node[]::new));
    }

    private List<Node> places(ViewerState.Showing showing) {
        if (showing.places() < 2) {
            return List.of();
        }
        IconButton previous =
                new IconButton(
                        Feather.CHEVRON_LEFT, messages.get("viewer.previous"), model::previous);
        previous.setDisable(showing.position() == 0);
        previous.setId("viewer-previous");
        IconButton next =
                new IconButton(Feather.CHEVRON_RIGHT, messages.get("viewer.next"), model::next);
        next.setDisable(showing.position() + 1 == showing.places());
        next.setId("viewer-next");
        Label count =
                new Label(
                        messages.get("viewer.position", showing.position() + 1, showing.places()));
        count.getStyleClass().add(Styles.MUTED);
        return List.of(previous, count, next);
    }

    private Node title(ViewerState.Showing showing) {
        Label title = Prose.label(showing.place().title(), Styles.FILE_NAME);
        title.setId("viewer-document");
        Label file = Prose.label(showing.place().file().toString(), Styles.MUTED);
        PageText page = showing.page();
        Label number = new Label(messages.get("viewer.page", page.number(), page.pages()));
        number.setId("viewer-page");
        IconButton earlier =
                new IconButton(
                        Feather.ARROW_UP,
                        messages.get("viewer.page-before"),
                        () -> model.turnTo(page.number() - 1));
        earlier.setDisable(page.number() == 1);
        IconButton later =
                new IconButton(
                        Feather.ARROW_DOWN,
                        messages.get("viewer.page-after"),
                        () -> model.turnTo(page.number() + 1));
        later.setDisable(page.number() >= page.pages());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        IconButton open =
                new IconButton(
                        Feather.EXTERNAL_LINK,
                        messages.get("viewer.open-in-system"),
                        model::openInSystem);
        HBox pages = new HBox(2, number, earlier, later, space, open);
        pages.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(4, title, file, pages);
        box.getStyleClass().add(Styles.PAGE);
        return box;
    }

    private VBox page(PageText page, ScrollPane scroll) {
        VBox box = new VBox();
        box.getStyleClass().add(Styles.PAGE_TEXT);
        List<SelectableFlow> marked = new ArrayList<>();
        int at = 0;
        for (String line : page.text().split("\n", -1)) {
            Text text = new Text(line.isEmpty() ? " " : line);
            text.getStyleClass().add(Styles.PROSE);
            SelectableFlow flow = new SelectableFlow(List.of(text));
            int start = at;
            page.mark()
                    .filter(mark -> mark.start() < start + line.length() && start < mark.end())
                    .ifPresent(mark -> {
                        flow.highlight(
                                Math.max(0, mark.start() - start),
                                Math.min(line.length(), mark.end() - start),
                                Styles.HIGHLIGHT);
                        marked.add(flow);
                    });
            box.getChildren().add(flow);
            at += line.length() + 1;
        }
        if (!marked.isEmpty()) {
            ui.onNextFrame(() -> ui.onNextFrame(() -> scrollTo(scroll, marked.getFirst())));
        }
        TextSelection.install(box, messages);
        return box;
    }

    private static void scrollTo(ScrollPane scroll, Node target) {
        Bounds bounds = target.getBoundsInParent();
        double height = scroll.getContent().getLayoutBounds().getHeight();
        double visible = scroll.getViewportBounds().getHeight();
        if (height > visible) {
            // A third from the top: what comes before the passage helps to read it.
            double top = bounds.getMinY() - visible / 3;
            scroll.setVvalue(Math.clamp(top / (height - visible), 0, 1));
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
