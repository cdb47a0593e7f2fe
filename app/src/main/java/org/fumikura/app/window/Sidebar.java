package org.fumikura.app.window;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
        ToggleButton notes = entry(messages.get("workplace.NOTING"), Feather.EDIT_3);
        notes.setId("go-noting");
        notes.setTooltip(new Tooltip(messages.get("workplace.NOTING.tip")));
        choose(notes, model, Workplace.NOTING);
        ToggleButton library = entry(messages.get("library.title"), Feather.FOLDER);
        library.setId("open-library");
        toggle(library, model, SidePanel.LIBRARY);
        ToggleButton settings = entry(messages.get("settings.title"), Feather.SETTINGS);
        settings.setId("open-settings");
        toggle(settings, model, SidePanel.SETTINGS);
        VBox panels = new VBox(2, notes, library, settings);
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
        choose(button, model, workplace);
        return button;
    }

    private static ToggleButton entry(String name, Feather icon) {
        ToggleButton button = new ToggleButton(name, new FontIcon(icon));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.getStyleClass().addAll(atlantafx.base.theme.Styles.FLAT, Styles.SIDEBAR_ENTRY);
        return button;
    }

    /// One workplace is always chosen, also when its button is pressed again.
    private void choose(ToggleButton button, MainViewModel model, Workplace workplace) {
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.arrangement().goTo(workplace);
        });
        keep(
                model.arrangement()
                        .workplace()
                        .subscribe(now -> button.setSelected(now == workplace)));
    }

    private void toggle(ToggleButton button, MainViewModel model, SidePanel panel) {
        button.setOnAction(_ -> model.arrangement().toggle(panel));
        keep(model.arrangement().side().subscribe(now -> button.setSelected(now == panel)));
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
