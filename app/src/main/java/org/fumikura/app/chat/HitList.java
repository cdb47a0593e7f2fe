package org.fumikura.app.chat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.WrappingButton;
import org.fumikura.app.questions.JudgeButtons;
import org.fumikura.app.questions.JudgedPages;
import org.fumikura.app.text.Shortened;
import org.fumikura.app.viewer.Place;
import org.fumikura.rag.answer.Hit;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// The passages nearest to a question, each of which can be opened.
final class HitList extends VBox {
    private static final int SHOWN = 4;
    private static final int SNIPPET = 180;

    /// @param question for which they were found
    HitList(Messages messages, String question, List<Hit> hits, ChatActions actions) {
        super(6);
        List<Place> places = hits.stream().limit(SHOWN).map(Place::of).toList();
        IntStream.range(0, places.size())
                .mapToObj(i ->
                        entry(
                                messages,
                                hits.get(i),
                                new JudgeButtons(
                                        actions.questions(),
                                        messages,
                                        question,
                                        JudgedPages.of(hits.get(i))),
                                () -> actions.openPlaces(places, i)))
                .forEach(getChildren()::add);
    }

    private static Button entry(Messages messages, Hit hit, Node judge, Runnable open) {
        var passage = hit.ranked().passage();
        String title = messages.get("answer.reference", hit.source().title(), passage.page());
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.FILE_NAME);
        heading.setMinWidth(0);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        HBox head = new HBox(8, heading, judge);
        head.setAlignment(Pos.CENTER_LEFT);
        Label snippet = new Label(Shortened.line(passage.text(), SNIPPET));
        snippet.setWrapText(true);
        snippet.getStyleClass().add(Styles.MUTED);
        Button entry = new WrappingButton(new VBox(2, head, snippet));
        entry.getStyleClass().setAll("button", Styles.HIT);
        entry.setAccessibleText(title);
        entry.setOnAction(_ -> open.run());
        return entry;
    }
}
