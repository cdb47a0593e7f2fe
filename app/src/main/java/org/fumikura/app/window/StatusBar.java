package org.fumikura.app.window;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.fumikura.app.fx.View;
import org.fumikura.app.library.Coverage;
import org.fumikura.app.library.CoverageText;
import org.fumikura.app.library.WorkText;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelState;
import org.fumikura.app.models.ModelText;
import org.fumikura.app.settings.AppearanceMenus;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bottom line: model, library, theme, language.
final class StatusBar extends View {
    private final MainViewModel model;
    private final Messages messages;
    private final Button chatModel = item("status-model", Feather.CPU);
    private final Button library = item("status-library", Feather.DATABASE);
    private final ProgressBar progress = new ProgressBar();
    private final Label work = new Label();
    private final AppearanceMenus menus;
    private final HBox node = new HBox(4);

    StatusBar(MainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        menus = new AppearanceMenus(model.appearance(), messages);
        chatModel.setOnAction(_ -> model.arrangement().toggle(SidePanel.MODELS));
        library.setOnAction(_ -> model.arrangement().toggle(SidePanel.LIBRARY));
        progress.setPrefWidth(90);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        node.setAlignment(Pos.CENTER_LEFT);
        node.getStyleClass().add(Styles.STATUS_BAR);
        work.setId("status-work");
        work.setMinWidth(0);
        work.getStyleClass().add(Styles.STATUS_ITEM);
        node.getChildren().addAll(chatModel, library, progress, work, space, menus.node());
        ListChangeListener<ModelCard> changed = _ -> showModel();
        model.models().models().addListener(changed);
        keep(() -> model.models().models().removeListener(changed));
        showModel();
        keep(model.library().coverage().subscribe(this::showLibrary));
        keep(model.library().work().state().subscribe(_ -> showWork()));
        keep(model.library().work().remaining().subscribe(_ -> showWork()));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void dispose() {
        super.dispose();
        menus.dispose();
    }

    private void showModel() {
        chatModel.setText(
                model.models()
                        .chat()
                        .map(card ->
                                messages.get(
                                        "status.model",
                                        card.title(),
                                        card.place() == ModelCard.Place.ELSEWHERE
                                                ? messages.get("models.leaves")
                                                : ModelText.state(messages, card.state())))
                        .orElse(messages.get("status.no-model")));
        boolean bad =
                model.models()
                        .chat()
                        .filter(card ->
                                card.place() == ModelCard.Place.ELSEWHERE
                                        || card.state() instanceof ModelState.Failed
                                        || card.state() instanceof ModelState.Missing)
                        .isPresent();
        chatModel.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("attention"), bad);
    }

    private void showLibrary(Coverage coverage) {
        library.setText(CoverageText.summary(messages, coverage));
        progress.setProgress(coverage.progress());
        showWork();
    }

    private void showWork() {
        boolean working = model.library().isWorking();
        progress.setVisible(working);
        work.setVisible(working);
        work.setText(WorkText.brief(messages, model.library().work()));
        progress.setAccessibleText(messages.get("status.indexing") + " " + work.getText());
    }

    private static Button item(String id, Feather icon) {
        Button item = new Button("", new FontIcon(icon));
        item.setId(id);
        // A model's name keeps its underscores.
        item.setMnemonicParsing(false);
        item.setMinWidth(0);
        item.getStyleClass().addAll(atlantafx.base.theme.Styles.FLAT, Styles.STATUS_ITEM);
        return item;
    }
}
