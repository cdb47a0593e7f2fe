package org.fumikura.app.chat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.WrappingButton;
import org.fumikura.app.text.DayText;
import org.fumikura.app.viewer.Place;
import org.fumikura.rag.answer.Contradiction;
import org.fumikura.rag.answer.Statement;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Documents that do not say the same, side by side: each sentence word by word, with its file,
/// page and the day of its last change. A click opens it.
final class ContradictionsView extends VBox {
    private static final double COLUMN = 300;

    private final Messages messages;
    private final ChatActions actions;

    ContradictionsView(Messages messages, List<Contradiction> contradictions, ChatActions actions) {
        super(8);
        this.messages = messages;
        this.actions = actions;
        setId("contradictions");
        getStyleClass().addAll(Styles.CARD, Styles.CARD_WARNING);
        Label title = Prose.label(messages.get("contradictions.title"), Styles.CARD_TITLE);
        title.setGraphic(new FontIcon(Feather.GIT_BRANCH));
        getChildren()
                .addAll(title, Prose.label(messages.get("contradictions.advice"), Styles.MUTED));
        contradictions.forEach(each -> getChildren().add(pair(each)));
    }

    private Node pair(Contradiction contradiction) {
        List<Statement> both = List.of(contradiction.one(), contradiction.other());
        List<Place> places = both.stream().map(Place::of).toList();
        HBox row = new HBox(8);
        for (int i = 0; i < both.size(); i++) {
            int which = i;
            Node side = side(both.get(i), () -> actions.openPlaces(places, which));
            HBox.setHgrow(side, Priority.ALWAYS);
            row.getChildren().add(side);
        }
        row.setFillHeight(true);
        return row;
    }

    private Node side(Statement statement, Runnable open) {
        Label quote = Prose.label(messages.get("contradictions.quote", statement.text()));
        String reference = messages.get("answer.reference", statement.title(), statement.page());
        Label source = Prose.label(reference, Styles.MUTED);
        VBox words = new VBox(4, quote, source);
        statement
                .changed()
                .map(moment -> messages.get("contradictions.changed", DayText.of(messages, moment)))
                .ifPresent(day -> words.getChildren().add(Prose.label(day, Styles.MUTED)));
        WrappingButton side = new WrappingButton(words);
        side.getStyleClass().setAll("button", Styles.HIT);
        side.setAccessibleText(reference + ": " + statement.text());
        side.setMaxHeight(Double.MAX_VALUE);
        side.setPrefWidth(COLUMN);
        side.setMinWidth(0);
        side.setOnAction(_ -> open.run());
        return side;
    }
}
