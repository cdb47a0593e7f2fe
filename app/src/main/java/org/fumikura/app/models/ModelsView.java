package org.fumikura.app.models;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.PanelHead;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.View;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// The panel with the models: which are used, which could be, and getting them.
public final class ModelsView extends View {
    private final ModelsViewModel model;
    private final Messages messages;
    private final SetupView setup;
    private final ImportView importing;
    private final EndpointsViewModel endpoints;
    private final EndpointView adding;
    private final VBox cards = new VBox(8);
    private final VBox node = new VBox();

    /// @param close takes the panel out of the window
    public ModelsView(
            ModelsViewModel model,
            EndpointsViewModel endpoints,
            Messages messages,
            Runnable close) {
        this.model = model;
        this.endpoints = endpoints;
        this.messages = messages;
        setup = new SetupView(model, messages, SetupView.Detail.ACTIONS);
        importing = new ImportView(model.imports(), messages);
        adding = new EndpointView(endpoints, messages);
        node.setId("models");
        node.getStyleClass().add(Styles.PANEL);
        VBox content =
                new VBox(
                        16,
                        Prose.label(messages.get("models.about"), Styles.MUTED),
                        setup.node(),
                        cards,
                        importing.node(),
                        adding.node());
        content.getStyleClass().add(Styles.PAGE);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add(atlantafx.base.theme.Styles.FLAT);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node.getChildren()
                .addAll(new PanelHead(messages, messages.get("models.title"), close), scroll);
        ListChangeListener<ModelCard> changed = _ -> show();
        model.models().addListener(changed);
        keep(() -> model.models().removeListener(changed));
        show();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void dispose() {
        super.dispose();
        setup.dispose();
        importing.dispose();
        adding.dispose();
    }

    private void show() {
        cards.getChildren().setAll(model.models().stream().map(this::card).toList());
    }

    private Node card(ModelCard card) {
        Label title = Prose.label(card.title(), Styles.FILE_NAME);
        Label about = Prose.label(ModelText.about(messages, card), Styles.MUTED);
        Label state = Prose.label(state(card), style(card));
        VBox words = new VBox(3, title, about, state);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(8, words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add(Styles.MODEL);
        if (card.use() == ModelCard.Use.OFFERED && card.fit() == ModelCard.Fit.FITS) {
            Button use = new Button(messages.get("models.use"));
            use.setMinWidth(Region.USE_PREF_SIZE);
            use.setAccessibleText(messages.get("models.use-accessible", card.title()));
            use.setOnAction(_ -> model.choose(card));
            row.getChildren().add(use);
        }
        if (card.role().isOptional() && card.use() == ModelCard.Use.CHOSEN) {
            Button stop = new Button(messages.get("models.stop-using"));
            stop.setMinWidth(Region.USE_PREF_SIZE);
            stop.setAccessibleText(messages.get("models.stop-using-accessible", card.title()));
            stop.setOnAction(_ -> model.choose(card));
            row.getChildren().add(stop);
        }
        if (card.place() == ModelCard.Place.ELSEWHERE && card.use() == ModelCard.Use.OFFERED) {
            Button forget = new Button(messages.get("models.endpoint.forget"));
            forget.setMinWidth(Region.USE_PREF_SIZE);
            forget.setAccessibleText(
                    messages.get("models.endpoint.forget-accessible", card.title()));
            forget.setOnAction(_ -> endpoints.forget(card));
            row.getChildren().add(forget);
        }
        return row;
    }

    private String state(ModelCard card) {
        if (card.place() == ModelCard.Place.ELSEWHERE) {
            return messages.get(
                    card.use() == ModelCard.Use.CHOSEN ? "models.leaves-chosen" : "models.leaves");
        }
        return switch (card.fit()) {
            case FITS -> {
                String state = ModelText.state(messages, card.state());
                yield card.use() == ModelCard.Use.CHOSEN
                        ? messages.get("models.chosen", state)
                        : state;
            }
            case TOO_LARGE -> messages.get("models.too-large", card.memoryMb());
            case NEEDS_RUNTIME -> messages.get("models.needs-runtime");
        };
    }

    private static String style(ModelCard card) {
        if (card.state() instanceof ModelState.Failed
                || card.place() == ModelCard.Place.ELSEWHERE) {
            return Styles.STATE_BAD;
        }
        return card.use() == ModelCard.Use.CHOSEN ? Styles.STATE_GOOD : Styles.MUTED;
    }
}
