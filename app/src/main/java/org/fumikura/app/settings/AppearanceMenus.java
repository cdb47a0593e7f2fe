package org.fumikura.app.settings;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.fumikura.app.fx.View;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The menus for theme and language, for the status bar.
public final class AppearanceMenus extends View {
    private final HBox node = new HBox();

    public AppearanceMenus(AppearanceViewModel model, Messages messages) {
        MenuButton theme =
                menu(
                        Feather.SUN,
                        messages.get("theme.title"),
                        messages.get("theme." + model.theme().get()));
        fill(
                theme,
                Theme.values(),
                model.theme().get(),
                choice -> messages.get("theme." + choice),
                model::choose);
        keep(
                model.theme()
                        .subscribe(choice -> {
                            theme.setText(messages.get("theme." + choice));
                            theme.setGraphic(new FontIcon(icon(choice)));
                        }));
        MenuButton language =
                menu(
                        Feather.GLOBE,
                        messages.get("language.title"),
                        messages.get("language." + model.language().get()));
        fill(
                language,
                UiLanguage.values(),
                model.language().get(),
                choice -> messages.get("language." + choice),
                model::choose);
        theme.setId("theme-menu");
        language.setId("language-menu");
        node.getChildren().addAll(theme, language);
    }

    @Override
    public Node node() {
        return node;
    }

    private static Feather icon(Theme theme) {
        return switch (theme) {
            case AUTO -> Feather.MONITOR;
            case LIGHT -> Feather.SUN;
            case DARK -> Feather.MOON;
        };
    }

    private static MenuButton menu(Feather icon, String title, String text) {
        MenuButton menu = new MenuButton(text, new FontIcon(icon));
        menu.getStyleClass().addAll(atlantafx.base.theme.Styles.FLAT, Styles.STATUS_ITEM);
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        menu.setAccessibleText(title + ": " + text);
        return menu;
    }

    private static <E extends Enum<E>> void fill(
            MenuButton menu, E[] choices, E chosen, Function<E, String> text, Consumer<E> choose) {
        ToggleGroup group = new ToggleGroup();
        for (E choice : choices) {
            RadioMenuItem item = new RadioMenuItem(text.apply(choice));
            item.setToggleGroup(group);
            item.setSelected(choice == chosen);
            item.setOnAction(_ -> choose.accept(choice));
            menu.getItems().add(item);
        }
    }
}
