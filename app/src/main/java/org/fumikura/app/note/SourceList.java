package org.fumikura.app.note;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.IconButton;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.View;
import org.fumikura.app.viewer.Place;
import org.fumikura.rag.note.NoteSource;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;

/// Below a note: what bears out the sentences that were taken into it. Nothing where there is none.
final class SourceList extends View {
    private static final double HIGHEST = 90;

    private final NotesViewModel model;
    private final Messages messages;
    private final BiConsumer<List<Place>, Integer> open;
    private final FlowPane links = new FlowPane(14, 0);
    private final VBox node;

    /// @param open opens one of several places
    SourceList(NotesViewModel model, Messages messages, BiConsumer<List<Place>, Integer> open) {
        this.model = model;
        this.messages = messages;
        this.open = open;
        ScrollPane scroll = new ScrollPane(links);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(HIGHEST);
        scroll.setMinHeight(0);
        node = new VBox(2, Prose.label(messages.get("notes.sources"), Styles.MUTED), scroll);
        node.setId("note-sources");
        ListChangeListener<NoteSource> changed = _ -> show();
        model.sources().addListener(changed);
        keep(() -> model.sources().removeListener(changed));
        show();
    }

    @Override
    public Node node() {
        return node;
    }

    private void show() {
        List<NoteSource> sources = model.sources();
        var places = new ArrayList<Place>();
        for (int i = 0; i < sources.size(); i++) {
            places.add(Place.of(sources.get(i), i + 1));
        }
        links.getChildren().clear();
        for (int i = 0; i < sources.size(); i++) {
            links.getChildren().add(row(sources.get(i), List.copyOf(places), i));
        }
        node.setVisible(!sources.isEmpty());
        node.setManaged(!sources.isEmpty());
    }

    private Node row(NoteSource source, List<Place> places, int which) {
        SourceLink link = new SourceLink(messages, places, which, open);
        link.setTooltip(Prose.tooltip(source.quote().strip()));
        HBox row =
                new HBox(
                        link,
                        new IconButton(
                                Feather.X,
                                messages.get("notes.sources.remove"),
                                () -> model.forget(source)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
