package org.fumikura.app.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.FlowPane;
import org.fumikura.app.chat.ScopeMenu;
import org.fumikura.app.fx.View;
import org.fumikura.rag.query.FileFilter;
import org.fumikura.rag.query.FilterName;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.query.QueryReading;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Menus of what narrows a search. Each writes what it stands for into the field, so that one
/// learns to type it, and says what is typed there.
final class FilterBar extends View {
    private static final List<String> KINDS =
            List.of("pdf", "word", "excel", "powerpoint", "text", "html", "mail", "image");

    private final SearchViewModel model;
    private final Messages messages;
    private final Supplier<LocalDate> today;
    private final Runnable changed;
    private final MenuButton kind = menu("search-kind", Feather.FILE);
    private final MenuButton time = menu("search-time", Feather.CALENDAR);
    private final FlowPane node = new FlowPane(4, 4);

    /// @param changed called after a menu has changed what is typed
    FilterBar(
            SearchViewModel model, Messages messages, Supplier<LocalDate> today, Runnable changed) {
        this.model = model;
        this.messages = messages;
        this.today = today;
        this.changed = changed;
        ScopeMenu scope = new ScopeMenu("search-scope", model.scope(), messages);
        keep(scope::dispose);
        node.getChildren().addAll(scope.node(), kind, time, words());
        keep(model.text().subscribe(this::follow));
    }

    @Override
    public Node node() {
        return node;
    }

    private static MenuButton menu(String id, Feather icon) {
        MenuButton menu = new MenuButton("", new FontIcon(icon));
        menu.setId(id);
        menu.getStyleClass().addAll(atlantafx.base.theme.Styles.FLAT, Styles.STATUS_ITEM);
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        return menu;
    }

    private void follow(String text) {
        List<FileFilter> filters = filters(text);
        fill(kind, "search.kind", typed(filters, FileFilter.OfType.class), this::fillKinds);
        fill(
                time,
                "search.time",
                typed(filters, FileFilter.Since.class, FileFilter.Before.class),
                this::fillTimes);
    }

    private static List<FileFilter> filters(String text) {
        return switch (Query.read(text)) {
            case QueryReading.Understood(Query query) -> query.filters();
            case QueryReading.Wordless(Query query) -> query.filters();
            case QueryReading.Malformed _ -> List.of();
        };
    }

    @SafeVarargs
    private static Optional<String> typed(
            List<FileFilter> filters, Class<? extends FileFilter>... kinds) {
        return filters.stream()
                .filter(filter -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(filter)))
                .map(FileFilter::typed)
                .reduce((some, more) -> some + " " + more);
    }

    private void fill(MenuButton menu, String key, Optional<String> typed, Runnable items) {
        menu.setText(typed.orElse(messages.get(key)));
        menu.getItems().clear();
        menu.getItems().add(choice(messages.get(key + ".any"), typed.isEmpty(), any(menu)));
        items.run();
    }

    private Runnable any(MenuButton menu) {
        return () ->
                write(
                        menu.equals(kind)
                                ? without(FilterName.TYPE)
                                : Query.withFilter(
                                        without(FilterName.AFTER),
                                        FilterName.BEFORE,
                                        Optional.empty()));
    }

    private void fillKinds() {
        for (String type : KINDS) {
            add(kind, messages.get("search.kind." + type), FilterName.TYPE, type);
        }
    }

    private void fillTimes() {
        LocalDate day = today.get();
        String year = String.valueOf(day.getYear());
        add(time, messages.get("search.time.week"), FilterName.AFTER, day.minusDays(7).toString());
        add(
                time,
                messages.get("search.time.month"),
                FilterName.AFTER,
                day.minusMonths(1).toString());
        add(time, messages.get("search.time.this-year"), FilterName.AFTER, year);
        add(time, messages.get("search.time.earlier"), FilterName.BEFORE, year);
    }

    private void add(MenuButton menu, String label, FilterName name, String value) {
        String filter = name.typed(value);
        boolean chosen = (" " + model.text().get() + " ").contains(" " + filter + " ");
        menu.getItems()
                .add(
                        choice(
                                messages.get("search.filter", label, filter),
                                chosen,
                                () -> {
                                    String rest =
                                            name == FilterName.AFTER
                                                    ? without(FilterName.BEFORE)
                                                    : name == FilterName.BEFORE
                                                            ? without(FilterName.AFTER)
                                                            : model.text().get();
                                    write(Query.withFilter(rest, name, Optional.of(value)));
                                }));
    }

    private String without(FilterName name) {
        return Query.withFilter(model.text().get(), name, Optional.empty());
    }

    private static RadioMenuItem choice(String label, boolean chosen, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(label);
        item.setMnemonicParsing(false);
        item.setSelected(chosen);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// What is said with signs in the words themselves.
    private Node words() {
        MenuButton menu = menu("search-words", Feather.PLUS);
        menu.setText(messages.get("search.words"));
        for (String sign : List.of("exact", "without", "file")) {
            MenuItem item =
                    new MenuItem(
                            messages.get(
                                    "search.filter",
                                    messages.get("search.words." + sign),
                                    messages.get("search.sign." + sign)));
            item.setMnemonicParsing(false);
            item.setOnAction(_ ->
                    write(
                            (model.text().get().strip() + " " + messages.get("search.sign." + sign))
                                    .strip()));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void write(String text) {
        model.text().set(text);
        changed.run();
    }
}
