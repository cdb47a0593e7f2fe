package org.fumikura.app.chat;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.fumikura.app.fx.Busy;
import org.fumikura.app.fx.UiThread;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;

/// The open conversation, and the field to ask in below it.
public final class ChatView extends View {
    private static final double COLUMN = 760;
    private static final double NEAR_THE_END = 60;

    private final ChatViewModel model;
    private final Messages messages;
    private final UiThread ui;
    private final ChatActions actions;
    private final Node welcome;
    private final List<TurnView> turns = new ArrayList<>();
    private final VBox column = new VBox(30);
    private final ScrollPane scroll = new ScrollPane();
    private final StackPane middle = new StackPane();
    private final VBox node = new VBox();
    private final ComposerView composer;
    private boolean following = true;

    /// @param welcome what a conversation without questions shows
    public ChatView(
            ChatViewModel model,
            Messages messages,
            UiThread ui,
            ChatActions actions,
            Node welcome) {
        this.model = model;
        this.messages = messages;
        this.ui = ui;
        this.actions = actions;
        this.welcome = welcome;
        composer = new ComposerView(model, messages);
        column.getStyleClass().add(Styles.TURNS);
        column.setMaxWidth(COLUMN);
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        HBox centred = new HBox(column);
        centred.setAlignment(Pos.TOP_CENTER);
        centred.setMinWidth(0);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setContent(centred);
        scroll.setFitToWidth(true);
        scroll.setId("turns");
        scroll.getStyleClass().add(atlantafx.base.theme.Styles.FLAT);
        followNewText();
        VBox.setVgrow(middle, Priority.ALWAYS);
        node.getStyleClass().add(Styles.CHAT);
        node.getChildren().addAll(middle, composerRow());
        ListChangeListener<TurnViewModel> changed = _ -> rebuild();
        model.turns().addListener(changed);
        keep(() -> model.turns().removeListener(changed));
        rebuild();
        keep(model.state().subscribe(this::show));
    }

    /// Says below the field what happens to what is typed.
    public void explain(String hintText) {
        composer.explain(hintText);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void dispose() {
        super.dispose();
        composer.dispose();
        turns.forEach(View::dispose);
    }

    /// Puts the cursor into the field.
    public void focusComposer() {
        composer.focus();
    }

    private Node composerRow() {
        Region field = (Region) composer.node();
        field.setMaxWidth(COLUMN + 32);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(field);
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private void show(ChatState state) {
        Node shown =
                switch (state) {
                    case ChatState.Blank _ -> welcome;
                    case ChatState.Talking _ -> scroll;
                    case ChatState.Loading _ -> {
                        Busy busy = new Busy(ui, messages.get("chat.loading"));
                        busy.setAlignment(Pos.CENTER);
                        yield busy;
                    }
                    case ChatState.Unreadable unreadable -> {
                        FailureText text = FailureText.of(messages, unreadable.fault());
                        Card card =
                                new Card(
                                        Styles.CARD_ERROR,
                                        Feather.ALERT_CIRCLE,
                                        text.title(),
                                        text.advice());
                        card.setMaxSize(COLUMN, Region.USE_PREF_SIZE);
                        yield card;
                    }
                };
        middle.getChildren().setAll(shown);
        following = true;
    }

    // Turns are only ever added at the end, taken out, or all replaced.
    private void rebuild() {
        List<TurnView> before = List.copyOf(turns);
        turns.clear();
        for (TurnViewModel turn : model.turns()) {
            turns.add(
                    before.stream()
                            .filter(view -> view.shows(turn))
                            .findFirst()
                            .orElseGet(() -> new TurnView(turn, model, messages, ui, actions)));
        }
        before.stream().filter(view -> !turns.contains(view)).forEach(View::dispose);
        column.getChildren().setAll(turns.stream().map(TurnView::node).toList());
        following = true;
    }

    /// Keeps the end in sight while an answer grows, unless the person scrolled away from it.
    private void followNewText() {
        scroll.setOnScroll(_ -> ui.onNextFrame(() -> following = isNearTheEnd()));
        Subscription growth =
                column.heightProperty()
                        .subscribe(_ -> {
                            if (following) {
                                ui.onNextFrame(() -> scroll.setVvalue(1));
                            }
                        });
        keep(growth);
    }

    private boolean isNearTheEnd() {
        double hidden = column.getHeight() - scroll.getViewportBounds().getHeight();
        return hidden * (1 - scroll.getVvalue()) < NEAR_THE_END;
    }
}
