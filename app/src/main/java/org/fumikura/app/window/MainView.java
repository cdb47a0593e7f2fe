package org.fumikura.app.window;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fumikura.app.chat.AnswerView;
import org.fumikura.app.chat.ChatView;
import org.fumikura.app.compare.CompareView;
import org.fumikura.app.fx.UiThread;
import org.fumikura.app.fx.View;
import org.fumikura.app.library.LibraryView;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelsView;
import org.fumikura.app.note.NotesView;
import org.fumikura.app.questions.QuestionsView;
import org.fumikura.app.search.InspectionView;
import org.fumikura.app.search.SearchView;
import org.fumikura.app.settings.TuningView;
import org.fumikura.app.viewer.ViewerView;
import org.fumikura.rag.answer.Answer;
import org.fumikura.ui.Messages;

/// Everything in the window: sidebar, chat, panel, status bar, drop zone, keys.
final class MainView extends View {
    private static final double SIDEBAR = 248;
    private static final double PANEL = 380;
    // As wide as a page's text can be read in.
    private static final double PAGE = 540;
    private static final double TABLE = 460;
    private static final KeyCombination NEW =
            new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ASK =
            new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SEARCH =
            new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NOTES =
            new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination LIBRARY =
            new KeyCodeCombination(KeyCode.B, KeyCombination.SHORTCUT_DOWN);

    private final MainViewModel model;
    private final Messages messages;
    private final UiThread ui;
    private final Sidebar sidebar;
    private final WelcomeView welcome;
    private final ChatView chat;
    private final SearchView search;
    private final NotesView notes;
    private final CompareView comparing;
    private final StackPane middle = new StackPane();
    private final StatusBar status;
    private final Toast toast;
    private final Columns columns;
    private final StackPane node = new StackPane();
    private final Map<SidePanel, Double> widths = new EnumMap<>(SidePanel.class);
    private Optional<View> side = Optional.empty();

    MainView(MainViewModel model, Messages messages, UiThread ui) {
        this.model = model;
        this.messages = messages;
        this.ui = ui;
        sidebar = new Sidebar(model, messages);
        welcome = new WelcomeView(model, messages);
        chat = new ChatView(model.chat(), messages, ui, model, welcome.node());
        search = new SearchView(model.search(), messages, ui, model);
        notes = new NotesView(model.notes(), messages, ui, model::openPlaces);
        comparing =
                new CompareView(
                        model.comparing(),
                        messages,
                        ui,
                        this::unsigned,
                        () -> model.arrangement().goTo(Workplace.ASKING));
        ListChangeListener<ModelCard> modelsChanged = _ -> explain();
        model.models().models().addListener(modelsChanged);
        keep(() -> model.models().models().removeListener(modelsChanged));
        explain();
        status = new StatusBar(model, messages);
        toast = new Toast(model, messages);
        columns = new Columns((Region) sidebar.node(), SIDEBAR, middle);
        VBox.setVgrow(columns, Priority.ALWAYS);
        node.getChildren().addAll(new VBox(columns, status.node()), toast.node());
        new DropZone(node, messages, model.library()::prepare, model::drop);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        keep(model.arrangement().side().subscribe(this::showSide));
        keep(model.arrangement().workplace().subscribe(this::showWorkplace));
        keep(model.conversations().open().subscribe(_ -> ui.onNextFrame(this::focusMiddle)));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void dispose() {
        super.dispose();
        side.ifPresent(View::dispose);
        List.of(sidebar, welcome, chat, search, notes, comparing, status, toast)
                .forEach(View::dispose);
    }

    /// Only with models of this machine may it say that nothing leaves.
    private void explain() {
        boolean leaves = model.models().usesAnotherMachine();
        chat.explain(messages.get(leaves ? "composer.hint-elsewhere" : "composer.hint"));
        notes.explain(messages.get(leaves ? "notes.hint-elsewhere" : "notes.hint"));
    }

    private Node unsigned(Answer answer) {
        AnswerView view = new AnswerView(messages, model, model.chat());
        view.showUnsigned(answer);
        return view;
    }

    /// Two answers side by side take all the room there is.
    private void compare() {
        model.arrangement().closeSide();
        model.arrangement().goTo(Workplace.COMPARING);
    }

    private void showWorkplace(Workplace workplace) {
        middle.getChildren()
                .setAll(
                        switch (workplace) {
                            case ASKING -> chat.node();
                            case SEARCHING -> search.node();
                            case NOTING -> notes.node();
                            case COMPARING -> comparing.node();
                        });
        ui.onNextFrame(this::focusMiddle);
    }

    private void focusMiddle() {
        switch (model.arrangement().workplace().get()) {
            case ASKING -> chat.focusComposer();
            case SEARCHING -> search.focusField();
            case NOTING -> notes.focusField();
            case COMPARING -> comparing.focusField();
        }
    }

    private void showSide(SidePanel panel) {
        side.ifPresent(View::dispose);
        side =
                switch (panel) {
                    case NONE -> Optional.empty();
                    case VIEWER ->
                            Optional.of(
                                    new ViewerView(
                                            model.viewer(),
                                            messages,
                                            ui,
                                            model.arrangement()::closeSide));
                    case INSPECTION ->
                            Optional.of(
                                    new InspectionView(
                                            model.inspection(),
                                            messages,
                                            ui,
                                            model.arrangement()::closeSide));
                    case QUESTIONS ->
                            Optional.of(
                                    new QuestionsView(
                                            model.questions(),
                                            messages,
                                            model.arrangement()::closeSide));
                    case LIBRARY ->
                            Optional.of(
                                    new LibraryView(
                                            model.library(),
                                            model.collections(),
                                            model.archive(),
                                            messages,
                                            model.arrangement()::closeSide));
                    case MODELS ->
                            Optional.of(
                                    new ModelsView(
                                            model.models(),
                                            model.endpoints(),
                                            messages,
                                            model.arrangement()::closeSide));
                    case SETTINGS ->
                            Optional.of(
                                    new TuningView(
                                            model.tuning(),
                                            model.chat().feedback(),
                                            model.templates(),
                                            this::compare,
                                            messages,
                                            model.arrangement()::closeSide));
                };
        double usual =
                switch (panel) {
                    case VIEWER -> PAGE;
                    case QUESTIONS -> TABLE;
                    default -> PANEL;
                };
        side.ifPresentOrElse(
                view ->
                        columns.showRight(
                                (Region) view.node(),
                                widths.getOrDefault(panel, usual),
                                width -> widths.put(panel, width)),
                columns::showNothing);
    }

    private void keyPressed(KeyEvent event) {
        if (NEW.match(event)) {
            model.startNew();
        } else if (ASK.match(event)) {
            goTo(Workplace.ASKING);
        } else if (SEARCH.match(event)) {
            goTo(Workplace.SEARCHING);
        } else if (NOTES.match(event)) {
            goTo(Workplace.NOTING);
        } else if (LIBRARY.match(event)) {
            model.arrangement().toggle(SidePanel.LIBRARY);
        } else if (event.getCode() == KeyCode.ESCAPE && !isEditing(event)) {
            model.escape();
        } else if (event.getCode() == KeyCode.F6) {
            focusNextPart();
        } else {
            return;
        }
        event.consume();
    }

    private void goTo(Workplace workplace) {
        model.arrangement().goTo(workplace);
        focusMiddle();
    }

    // Escape in the list's name field only leaves the field.
    private boolean isEditing(KeyEvent event) {
        return event.getTarget() instanceof Node target
                && isInside(target, sidebar.node())
                && target instanceof TextField;
    }

    /// Moves the focus from one part of the window to the next, round and round.
    private void focusNextPart() {
        List<Node> parts = new ArrayList<>(List.of(sidebar.node(), middle));
        columns.right().ifPresent(parts::add);
        parts.add(status.node());
        Node focused = node.getScene().getFocusOwner();
        int current = -1;
        for (int i = 0; i < parts.size(); i++) {
            if (focused != null && isInside(focused, parts.get(i))) {
                current = i;
            }
        }
        Node next = parts.get((current + 1) % parts.size());
        if (next.equals(middle)) {
            focusMiddle();
        } else {
            focusFirst(next);
        }
    }

    private static boolean focusFirst(Node part) {
        if (part.isFocusTraversable() && !part.isDisabled() && part.isVisible()) {
            part.requestFocus();
            return true;
        }
        return part instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(MainView::focusFirst);
    }

    private static boolean isInside(Node node, Node part) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(part)) {
                return true;
            }
        }
        return false;
    }
}
