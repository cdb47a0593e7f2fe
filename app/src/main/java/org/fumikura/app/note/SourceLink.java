package org.fumikura.app.note;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Hyperlink;
import org.fumikura.app.viewer.Place;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// A place by title and page; a click opens it among the others.
final class SourceLink extends Hyperlink {
    /// @param open opens one of several places
    SourceLink(
            Messages messages,
            List<Place> places,
            int which,
            BiConsumer<List<Place>, Integer> open) {
        Place place = places.get(which);
        String reference = messages.get("answer.reference", place.title(), place.page());
        setText(
                place.number().isPresent()
                        ? "[" + place.number().getAsInt() + "] " + reference
                        : reference);
        getStyleClass().add(Styles.REFERENCE);
        setMinWidth(0);
        // A file's name keeps its underscores.
        setMnemonicParsing(false);
        setOnAction(_ -> {
            setVisited(false);
            open.accept(places, which);
        });
    }
}
