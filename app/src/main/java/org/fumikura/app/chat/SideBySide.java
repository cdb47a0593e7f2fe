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
import org.fumikura.rag.answer.Alternative;
import org.fumikura.rag.answer.Contradiction;
import org.fumikura.rag.answer.Statement;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What documents say, side by side: each sentence word by word, with its file and page. A click
/// opens it.
final class SideBySide extends VBox {
    private static final double COLUMN = 300;

    private final Messages messages;
    private final ChatActions actions;

    private SideBySide(Messages messages, ChatActions actions) {
        super(8);
        this.messages = messages;
        this.actions = actions;
        getStyleClass().add(Styles.CARD);
    }

    private void head(Feather icon, String title, String advice) {
        Label heading = Prose.label(title, Styles.CARD_TITLE);
        heading.setGraphic(new FontIcon(icon));
        getChildren().addAll(heading, Prose.label(advice, Styles.MUTED));
    }

    /// Of documents that do not say the same, with the days of their last change.
    static SideBySide ofContradictions(
            Messages messages, ChatActions actions, List<Contradiction> contradictions) {
        var view = new SideBySide(messages, actions);
        view.setId("contradictions");
        view.getStyleClass().add(Styles.CARD_WARNING);
        view.head(
                Feather.GIT_BRANCH,
                messages.get("contradictions.title"),
                messages.get("contradictions.advice"));
        for (Contradiction each : contradictions) {
            List<Statement> both = List.of(each.one(), each.other());
            view.row(both.stream().map(statement -> view.side(statement, both)).toList());
        }
        return view;
    }

    /// Of the two that a question asks to choose from.
    static SideBySide ofAlternatives(
            Messages messages, ChatActions actions, List<Alternative> alternatives) {
        var view = new SideBySide(messages, actions);
        view.setId("alternatives");
        view.head(
                Feather.COLUMNS,
                messages.get("alternatives.title"),
                messages.get("alternatives.advice"));
        List<Statement> said = alternatives.stream().flatMap(each -> each.said().stream()).toList();
        view.row(alternatives.stream().map(each -> view.side(each, said)).toList());
        return view;
    }

    private void row(List<? extends Node> sides) {
        HBox row = new HBox(8);
        sides.forEach(side -> HBox.setHgrow(side, Priority.ALWAYS));
        row.getChildren().setAll(sides);
        row.setFillHeight(true);
        getChildren().add(row);
    }

    private Node side(Statement statement, List<Statement> all) {
        VBox words = words(statement);
        statement
                .changed()
                .map(moment -> messages.get("contradictions.changed", DayText.of(messages, moment)))
                .ifPresent(day -> words.getChildren().add(Prose.label(day, Styles.MUTED)));
        return button(words, statement, all);
    }

    private Node side(Alternative alternative, List<Statement> all) {
        Label name = Prose.label(alternative.name(), Styles.CARD_TITLE);
        Node said =
                alternative
                        .said()
                        .<Node>map(statement -> button(words(statement), statement, all))
                        .orElseGet(
                                () -> Prose.label(messages.get("alternatives.none"), Styles.MUTED));
        VBox side = new VBox(4, name, said);
        side.setPrefWidth(COLUMN);
        side.setMinWidth(0);
        VBox.setVgrow(said, Priority.ALWAYS);
        return side;
    }

    private VBox words(Statement statement) {
        return new VBox(
                4,
                Prose.label(messages.get("statement.quote", statement.text())),
                Prose.label(reference(statement), Styles.MUTED));
    }

    private String reference(Statement statement) {
        return messages.get("answer.reference", statement.title(), statement.page());
    }

    private Node button(VBox words, Statement statement, List<Statement> all) {
        List<Place> places = all.stream().map(Place::of).toList();
        WrappingButton side = new WrappingButton(words);
        side.getStyleClass().setAll("button", Styles.HIT);
        side.setAccessibleText(reference(statement) + ": " + statement.text());
        side.setMaxHeight(Double.MAX_VALUE);
        side.setPrefWidth(COLUMN);
        side.setMinWidth(0);
        side.setOnAction(_ -> actions.openPlaces(places, all.indexOf(statement)));
        return side;
    }
}
