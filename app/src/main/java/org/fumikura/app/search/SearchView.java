package org.fumikura.app.search;

import java.time.LocalDate;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fumikura.app.chat.Card;
import org.fumikura.app.fx.CompositionGuard;
import org.fumikura.app.fx.IconButton;
import org.fumikura.app.fx.UiThread;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.app.text.NothingText;
import org.fumikura.app.text.QueryText;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.search.Nothing;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Search without an answer: a field, what narrows the search, and what is found as one types.
/// Arrow keys go from the field to the hits and through them; Enter opens the one at hand.
public final class SearchView extends View {
    private static final double COLUMN = 760;

    private final SearchViewModel model;
    private final Messages messages;
    private final SearchActions actions;
    private final CompositionGuard guard = new CompositionGuard(System::nanoTime);
    private final TextField field = new TextField();
    private final Hits hits;
    private final StackPane middle = new StackPane();
    private final VBox node = new VBox();

    public SearchView(
            SearchViewModel model, Messages messages, UiThread ui, SearchActions actions) {
        this.model = model;
        this.messages = messages;
        this.actions = actions;
        hits = new Hits(model, messages, ui, actions, this::focusField);
        // Text that wraps says its least height for no width at all: what is above must not yield.
        middle.setMinHeight(0);
        middle.setPrefHeight(0);
        VBox.setVgrow(middle, Priority.ALWAYS);
        node.getStyleClass().add(Styles.CHAT);
        node.getChildren().addAll(centred(head(), Styles.SEARCH_HEAD), middle);
        node.setId("search");
        keep(model.state().subscribe(this::show));
    }

    @Override
    public Node node() {
        return node;
    }

    /// Puts the cursor into the field, what is typed there ready to be typed over.
    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    private Region head() {
        field.setId("search-text");
        field.setPromptText(messages.get("search.prompt"));
        field.setAccessibleText(messages.get("search.prompt"));
        field.textProperty().bindBidirectional(model.text());
        keep(() -> field.textProperty().unbindBidirectional(model.text()));
        field.addEventFilter(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                event -> guard.composed(event.getComposed().size()));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        HBox.setHgrow(field, Priority.ALWAYS);
        IconButton clear =
                new IconButton(
                        Feather.X,
                        messages.get("search.clear"),
                        () -> {
                            model.text().set("");
                            focusField();
                        });
        Button ask = new Button(messages.get("search.ask"), new FontIcon(Feather.MESSAGE_CIRCLE));
        ask.setId("search-ask");
        ask.getStyleClass().add(atlantafx.base.theme.Styles.FLAT);
        ask.setMinWidth(Button.USE_PREF_SIZE);
        ask.setOnAction(_ -> actions.askInstead(model.text().get().strip()));
        keep(
                model.text()
                        .subscribe(text -> {
                            clear.setVisible(!text.isEmpty());
                            ask.setDisable(text.isBlank());
                        }));
        HBox box = new HBox(8, new FontIcon(Feather.SEARCH), field, clear, ask);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().addAll(Styles.COMPOSER_BOX, Styles.SEARCH_BOX);
        keep(
                field.focusedProperty()
                        .subscribe(focused ->
                                box.pseudoClassStateChanged(
                                        javafx.css.PseudoClass.getPseudoClass("focus-within"),
                                        focused)));
        FilterBar filters =
                new FilterBar(
                        model,
                        messages,
                        () -> LocalDate.now(ZoneId.systemDefault()),
                        () -> {
                            field.requestFocus();
                            field.end();
                        });
        keep(filters::dispose);
        return new VBox(6, box, filters.node());
    }

    private static HBox centred(Region content, String styleClass) {
        content.setMaxWidth(COLUMN);
        content.setMinWidth(0);
        content.getStyleClass().add(styleClass);
        HBox.setHgrow(content, Priority.ALWAYS);
        HBox row = new HBox(content);
        row.setAlignment(Pos.TOP_CENTER);
        row.setMinWidth(0);
        return row;
    }

    /// Below the field, and no higher than there is room.
    private static Node below(Region content) {
        HBox row = centred(content, Styles.TURNS);
        row.setMinHeight(0);
        return row;
    }

    private void keyPressed(KeyEvent event) {
        if (guard.ownsEnter()) {
            return;
        }
        if (event.getCode() == KeyCode.DOWN) {
            hits.focusFirst();
        } else if (event.getCode() == KeyCode.ENTER) {
            hits.openFirst();
        } else {
            return;
        }
        event.consume();
    }

    private void show(SearchState state) {
        middle.getChildren()
                .setAll(
                        switch (state) {
                            case SearchState.Blank _ ->
                                    below(new SearchGuide(messages, this::attempt));
                            case SearchState.Unclear unclear ->
                                    message(
                                            messages.get("search.unclear"),
                                            QueryText.problem(messages, unclear.reading())
                                                    .orElse(""));
                            case SearchState.Listed listed ->
                                    listed.result()
                                            .nothing()
                                            .map(why -> nothing(why, listed.text()))
                                            .orElseGet(() -> hits.show(listed));
                            case SearchState.Failed failed -> {
                                FailureText text = FailureText.of(messages, failed.fault());
                                yield message(text.title(), text.advice());
                            }
                        });
    }

    /// Lets an example be tried: the words typed so far stay, for a sign alone finds nothing.
    private void attempt(String sign) {
        model.text().set((model.text().get().strip() + " " + sign).strip());
        field.requestFocus();
        field.end();
    }

    private Node nothing(Nothing why, String searched) {
        NothingText text = NothingText.of(messages, why);
        Button how = new Button(messages.get("inspection.title"));
        how.setOnAction(_ -> actions.inspect(searched, SearchMode.LEXICAL));
        return message(text.title(), text.advice(), how);
    }

    private Node message(String title, String advice, Node... links) {
        Card card = new Card(Styles.CARD_REFUSAL, Feather.SEARCH, title, advice, links);
        return below(new VBox(card));
    }
}
