package org.fumikura.app.window;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.chat.ConversationsView;
import org.fumikura.app.fx.View;
import org.fumikura.ui.Assets;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The left of the window: conversations, and the way to the library.
final class Sidebar extends View {
    private final ConversationsView conversations;
    private final VBox node = new VBox(14);

    Sidebar(MainViewModel model, Messages messages) {
        conversations = new ConversationsView(model.conversations(), messages, model::startNew);
        ImageView icon = new ImageView(new Image(Assets.icons().get(2).toExternalForm()));
        icon.setFitWidth(24);
        icon.setFitHeight(24);
        Label name = new Label(messages.get("app.name"));
        name.getStyleClass().add(Styles.SIDEBAR_TITLE);
        HBox title = new HBox(10, icon, name);
        title.setAlignment(Pos.CENTER_LEFT);
        ToggleButton asking = workplace(model, messages, Workplace.ASKING, Feather.MESSAGE_CIRCLE);
        asking.getStyleClass().add(atlantafx.base.theme.Styles.LEFT_PILL);
        ToggleButton searching = workplace(model, messages, Workplace.SEARCHING, Feather.SEARCH);
        searching.getStyleClass().add(atlantafx.base.theme.Styles.RIGHT_PILL);
        HBox workplaces = new HBox(asking, searching);
        Button notes = new Button(messages.get("workplace.NOTING"), new FontIcon(Feather.EDIT_3));
        notes.setId("go-noting");
        notes.setTooltip(new Tooltip(messages.get("workplace.NOTING.tip")));
        notes.setOnAction(_ -> model.arrangement().goTo(Workplace.NOTING));
        Button library = new Button(messages.get("library.title"), new FontIcon(Feather.FOLDER));
        library.setId("open-library");
        library.setOnAction(_ -> model.arrangement().toggle(SidePanel.LIBRARY));
        Button settings =
                new Button(messages.get("settings.title"), new FontIcon(Feather.SETTINGS));
        settings.setId("open-settings");
        settings.setOnAction(_ -> model.arrangement().toggle(SidePanel.SETTINGS));
        VBox panels = new VBox(2, notes, library, settings);
        for (Button panel : List.of(notes, library, settings)) {
            panel.setMaxWidth(Double.MAX_VALUE);
            panel.setAlignment(Pos.CENTER_LEFT);
            panel.getStyleClass().add(atlantafx.base.theme.Styles.FLAT);
        }
        VBox.setVgrow(conversations.node(), Priority.ALWAYS);
        node.getStyleClass().add(Styles.SIDEBAR);
        node.getChildren().addAll(title, workplaces, conversations.node(), panels);
    }

    private ToggleButton workplace(
            MainViewModel model, Messages messages, Workplace workplace, Feather icon) {
        String name = "workplace." + workplace;
        ToggleButton button = new ToggleButton(messages.get(name), new FontIcon(icon));
        button.setId("go-" + workplace.name().toLowerCase(Locale.ROOT));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setTooltip(new Tooltip(messages.get(name + ".tip")));
        HBox.setHgrow(button, Priority.ALWAYS);
        // One of the two is always chosen, also when the chosen one is pressed again.
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.arrangement().goTo(workplace);
        });
        keep(
                model.arrangement()
                        .workplace()
                        .subscribe(now -> button.setSelected(now == workplace)));
        return button;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void dispose() {
        super.dispose();
        conversations.dispose();
    }
}
