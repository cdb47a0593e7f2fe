package org.fumikura.app.models;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.app.text.Sizes;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Gets the chosen models: a button, then progress that can be stopped, then nothing more to do.
public final class SetupView extends View {
    /// How much the view says.
    public enum Detail {
        /// The models with size and licence, and getting them.
        MODELS_AND_ACTIONS,
        /// Getting them only.
        ACTIONS
    }

    private final ModelsViewModel model;
    private final Messages messages;
    private final Detail detail;
    private final ProgressBar bar = new ProgressBar();
    private final VBox node = new VBox(8);

    public SetupView(ModelsViewModel model, Messages messages, Detail detail) {
        this.model = model;
        this.messages = messages;
        this.detail = detail;
        bar.setMaxWidth(Double.MAX_VALUE);
        node.setId("model-setup");
        keep(model.state().subscribe(this::show));
    }

    @Override
    public Node node() {
        return node;
    }

    private void show(SetupState state) {
        switch (state) {
            case SetupState.Unknown _ -> node.getChildren().clear();
            case SetupState.Missing missing ->
                    node.getChildren().setAll(list(), get("models.get", missing.bytes()));
            case SetupState.Fetching now -> {
                bar.setProgress(now.fraction());
                node.getChildren()
                        .setAll(
                                Prose.label(
                                        ModelText.fetching(messages, now.done(), now.total()),
                                        Styles.MUTED),
                                bar,
                                button("models.cancel", Feather.X, model::cancel));
            }
            case SetupState.Checking _ -> {
                bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
                node.getChildren()
                        .setAll(
                                Prose.label(messages.get("model.state.checking"), Styles.MUTED),
                                bar);
            }
            case SetupState.Complete _ -> node.getChildren().setAll(list());
            case SetupState.Failed failed -> {
                FailureText text = FailureText.of(messages, failed.fault());
                node.getChildren()
                        .setAll(
                                Prose.label(text.title(), Styles.STATE_BAD),
                                Prose.label(text.advice(), Styles.MUTED),
                                button("models.try-again", Feather.REFRESH_CW, model::fetch));
            }
        }
    }

    private Node list() {
        VBox lines = new VBox(6);
        if (detail == Detail.ACTIONS) {
            return lines;
        }
        model.chosen().forEach(card -> lines.getChildren().add(line(card)));
        return lines;
    }

    private Node line(ModelCard card) {
        return new VBox(
                Prose.label(card.title()),
                Prose.label(ModelText.about(messages, card), Styles.MUTED));
    }

    private Node get(String key, long bytes) {
        Button get =
                new Button(
                        messages.get(key, Sizes.bytes(messages, bytes)),
                        new FontIcon(Feather.DOWNLOAD));
        get.setId("get-models");
        get.getStyleClass().add(atlantafx.base.theme.Styles.ACCENT);
        get.setOnAction(_ -> model.fetch());
        return row(get);
    }

    private Node button(String key, Feather icon, Runnable action) {
        Button button = new Button(messages.get(key), new FontIcon(icon));
        button.setOnAction(_ -> action.run());
        return row(button);
    }

    private static Node row(Button button) {
        HBox row = new HBox(button);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
