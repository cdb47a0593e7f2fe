package org.fumikura.app.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Busy;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.UiThread;
import org.fumikura.app.questions.JudgeButtons;
import org.fumikura.app.questions.JudgedPages;
import org.fumikura.app.search.SearchState.Depth;
import org.fumikura.app.viewer.Place;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.search.SearchHit;
import org.fumikura.rag.search.SearchResult;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// The list of what was found, gone through by keyboard or mouse.
final class Hits {
    private static final double COLUMN = 760;

    private final SearchViewModel model;
    private final Messages messages;
    private final UiThread ui;
    private final SearchActions actions;
    private final Runnable leave;
    private final VBox list = new VBox(8);
    private final VBox column = new VBox(10);
    private final ScrollPane scroll = new ScrollPane();
    private List<SearchHit> shown = List.of();
    private String searched = "";

    /// @param leave called when the arrow keys go up beyond the first hit
    Hits(
            SearchViewModel model,
            Messages messages,
            UiThread ui,
            SearchActions actions,
            Runnable leave) {
        this.model = model;
        this.messages = messages;
        this.ui = ui;
        this.actions = actions;
        this.leave = leave;
        column.setMaxWidth(COLUMN);
        column.setMinWidth(0);
        column.getStyleClass().add(Styles.HITS);
        HBox.setHgrow(column, Priority.ALWAYS);
        HBox centred = new HBox(column);
        centred.setAlignment(Pos.TOP_CENTER);
        centred.setMinWidth(0);
        scroll.setContent(centred);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(atlantafx.base.theme.Styles.FLAT);
        scroll.setId("hits");
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /// The list of a result. Where the focus was on a hit that is there again, it stays on it.
    Node show(SearchState.Listed listed) {
        Optional<PassageId> focused = focused().map(i -> id(shown.get(i)));
        boolean same = listed.result().hits().equals(shown) && listed.text().equals(searched);
        shown = listed.result().hits();
        searched = listed.text();
        if (!same) {
            List<Place> places = shown.stream().map(found -> Place.of(found.hit())).toList();
            list.getChildren()
                    .setAll(
                            IntStream.range(0, shown.size())
                                    .mapToObj(i ->
                                            HitView.of(
                                                    messages,
                                                    shown.get(i),
                                                    judge(listed.text(), shown.get(i)),
                                                    () -> actions.openPlaces(places, i)))
                                    .toList());
            scroll.setVvalue(0);
        }
        column.getChildren().setAll(notes(listed));
        column.getChildren().add(list);
        focused.ifPresent(this::focusAgain);
        return scroll;
    }

    private Node judge(String text, SearchHit found) {
        return new JudgeButtons(actions.questions(), messages, text, JudgedPages.of(found.hit()));
    }

    private void focusAgain(PassageId id) {
        int at = shown.stream().map(Hits::id).toList().indexOf(id);
        if (at >= 0) {
            ui.onNextFrame(() -> list.getChildren().get(at).requestFocus());
        } else {
            leave.run();
        }
    }

    private static PassageId id(SearchHit found) {
        return found.hit().ranked().passage().id();
    }

    private List<Node> notes(SearchState.Listed listed) {
        SearchResult result = listed.result();
        List<Node> notes = new ArrayList<>();
        result.corrected()
                .ifPresent(meant ->
                        notes.add(
                                Prose.label(messages.get("search.corrected", meant), Styles.NOTE)));
        result.absent()
                .forEach(phrase ->
                        notes.add(Prose.label(messages.get("search.absent", phrase), Styles.NOTE)));
        if (listed.depth() == Depth.WHOLE && !result.hasWords()) {
            notes.add(Prose.label(messages.get("search.meaning-only"), Styles.NOTE));
        }
        switch (listed.depth()) {
            case WORDS_FIRST -> notes.add(new Busy(ui, messages.get("search.meaning-follows")));
            case WORDS_ONLY -> notes.add(wordsOnly(listed));
            case WHOLE ->
                    notes.add(
                            row(
                                    messages.get(
                                            result.hasMeaning()
                                                    ? "search.count"
                                                    : "search.count-by-words",
                                            result.hits().size()),
                                    how(listed, SearchMode.HYBRID),
                                    questions()));
        }
        return notes;
    }

    private Hyperlink how(SearchState.Listed listed, SearchMode mode) {
        Hyperlink how = new Hyperlink(messages.get("inspection.title"));
        how.setId("search-how");
        how.getStyleClass().add(Styles.REFERENCE);
        how.setOnAction(_ -> actions.inspect(listed.text(), mode));
        return how;
    }

    private Hyperlink questions() {
        Hyperlink link = new Hyperlink(messages.get("questions.title"));
        link.setId("search-questions");
        link.getStyleClass().add(Styles.REFERENCE);
        link.setOnAction(_ -> actions.showQuestions());
        return link;
    }

    private static FlowPane row(String text, Node... links) {
        Label said = new Label(text);
        said.getStyleClass().add(Styles.MUTED);
        said.setMinWidth(0);
        FlowPane row = new FlowPane(10, 2, said);
        row.getChildren().addAll(links);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        return row;
    }

    private Node wordsOnly(SearchState.Listed listed) {
        Hyperlink also = new Hyperlink(messages.get("search.also-by-meaning"));
        also.setOnAction(_ -> model.searchByMeaning());
        return row(
                messages.get("search.words-only"),
                also,
                how(listed, SearchMode.LEXICAL),
                questions());
    }

    void focusFirst() {
        if (isShown()) {
            focus(0);
        }
    }

    void openFirst() {
        if (isShown()) {
            ((Button) list.getChildren().getFirst()).fire();
        }
    }

    private boolean isShown() {
        return scroll.getParent() != null && !list.getChildren().isEmpty();
    }

    private void keyPressed(KeyEvent event) {
        Optional<Integer> at = focused();
        if (at.isEmpty()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN -> focus(at.get() + 1);
            case UP -> focus(at.get() - 1);
            case ENTER -> ((Button) list.getChildren().get(at.get())).fire();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private Optional<Integer> focused() {
        List<Node> nodes = list.getChildren();
        return IntStream.range(0, nodes.size())
                .filter(i -> nodes.get(i).isFocused())
                .boxed()
                .findFirst();
    }

    /// Where a page is being shown, the page follows.
    private void focus(int at) {
        if (at < 0) {
            leave.run();
            return;
        }
        if (at >= list.getChildren().size()) {
            return;
        }
        Node hit = list.getChildren().get(at);
        hit.requestFocus();
        reveal(hit);
        if (actions.isShowingPlaces()) {
            ((Button) hit).fire();
        }
    }

    private void reveal(Node hit) {
        Bounds bounds = hit.getBoundsInParent();
        double above = list.getBoundsInParent().getMinY();
        double height = column.getHeight();
        double visible = scroll.getViewportBounds().getHeight();
        double top = scroll.getVvalue() * Math.max(0, height - visible);
        double from = above + bounds.getMinY() - 12;
        double to = above + bounds.getMaxY() + 12;
        if (height > visible && (from < top || to > top + visible)) {
            double wanted = from < top ? from : to - visible;
            scroll.setVvalue(Math.clamp(wanted / (height - visible), 0, 1));
        }
    }
}
