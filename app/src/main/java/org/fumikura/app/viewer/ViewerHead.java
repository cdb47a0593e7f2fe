package org.fumikura.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.IconButton;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.SystemClipboard;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;

/// What stands above a page: the document's name, and what can be done with the page.
final class ViewerHead {
    private final ViewerViewModel model;
    private final Messages messages;

    ViewerHead(ViewerViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    /// The buttons that go through the places opened together; none for a single one.
    List<Node> places(ViewerState.Showing showing) {
        if (showing.places() < 2) {
            return List.of();
        }
        IconButton previous =
                button(Feather.CHEVRON_LEFT, "viewer.previous", model::previous, "viewer-previous");
        previous.setDisable(showing.position() == 0);
        IconButton next = button(Feather.CHEVRON_RIGHT, "viewer.next", model::next, "viewer-next");
        next.setDisable(showing.position() + 1 == showing.places());
        Label count =
                new Label(
                        messages.get("viewer.position", showing.position() + 1, showing.places()));
        count.getStyleClass().add(Styles.MUTED);
        return List.of(previous, count, next);
    }

    /// The document's title and file, the page's number, the buttons, and what is to be noted.
    Node title(ViewerState.Showing showing) {
        Label title = Prose.label(showing.place().title(), Styles.FILE_NAME);
        title.setId("viewer-document");
        Label file = Prose.label(showing.place().file().toString(), Styles.MUTED);
        VBox box = new VBox(4, title, file, bar(showing));
        note(showing).ifPresent(box.getChildren()::add);
        box.getStyleClass().add(Styles.PAGE);
        return box;
    }

    private Node bar(ViewerState.Showing showing) {
        PageText page = showing.page();
        Label number = new Label(messages.get("viewer.page", page.number(), page.pages()));
        number.setId("viewer-page");
        number.setMinWidth(Region.USE_PREF_SIZE);
        IconButton earlier =
                button(
                        Feather.ARROW_UP,
                        "viewer.page-before",
                        () -> model.turnBy(-1),
                        "viewer-earlier");
        earlier.setDisable(page.number() == 1);
        IconButton later =
                button(
                        Feather.ARROW_DOWN,
                        "viewer.page-after",
                        () -> model.turnBy(1),
                        "viewer-later");
        later.setDisable(page.number() >= page.pages());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(2, number, earlier, later, space);
        bar.getChildren().addAll(tools(showing));
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private List<Node> tools(ViewerState.Showing showing) {
        List<Node> tools = new ArrayList<>();
        if (showing.look() instanceof PageLook.Picture) {
            tools.add(
                    button(Feather.ZOOM_OUT, "viewer.zoom-out", model::zoomOut, "viewer-smaller"));
            tools.add(button(Feather.ZOOM_IN, "viewer.zoom-in", model::zoomIn, "viewer-larger"));
            tools.add(
                    button(
                            Feather.TYPE,
                            "viewer.as-text",
                            () -> model.showAs(PageForm.TEXT),
                            "viewer-form"));
        } else if (model.hasPictures() && model.form().get() == PageForm.TEXT) {
            tools.add(
                    button(
                            Feather.FILE,
                            "viewer.as-picture",
                            () -> model.showAs(PageForm.PICTURE),
                            "viewer-form"));
        }
        tools.add(
                button(
                        Feather.COPY,
                        "viewer.copy-quote",
                        () ->
                                SystemClipboard.put(
                                        QuoteCopy.of(
                                                messages,
                                                showing.quote(),
                                                showing.place().file(),
                                                showing.place().page())),
                        "viewer-copy"));
        tools.add(
                button(
                        Feather.EXTERNAL_LINK,
                        "viewer.open-in-system",
                        model::openInSystem,
                        "viewer-open"));
        return tools;
    }

    private Optional<Node> note(ViewerState.Showing showing) {
        Optional<String> key =
                switch (showing.look()) {
                    case PageLook.TextOnly _ -> Optional.empty();
                    case PageLook.Undrawn _ -> Optional.of("viewer.undrawn");
                    case PageLook.Picture picture ->
                            showing.page().mark().isPresent() && picture.drawn().marks().isEmpty()
                                    ? Optional.of("viewer.unmarked")
                                    : Optional.empty();
                };
        return key.map(known -> Prose.label(messages.get(known), Styles.MUTED));
    }

    private IconButton button(Feather icon, String key, Runnable action, String id) {
        IconButton button = new IconButton(icon, messages.get(key), action);
        button.setId(id);
        return button;
    }
}
