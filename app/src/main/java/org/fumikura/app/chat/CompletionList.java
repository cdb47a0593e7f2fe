package org.fumikura.app.chat;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fumikura.app.task.TaskName;
import org.fumikura.app.template.PromptTemplate;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// The ways to go on with what is typed, above the field: the arrows move, Enter or Tab takes, and
/// Escape closes.
final class CompletionList extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Messages messages;
    private final Consumer<Completion> taken;
    private List<Completion> shown = List.of();
    private int chosen;

    CompletionList(Messages messages, Consumer<Completion> taken) {
        this.messages = messages;
        this.taken = taken;
        setId("completions");
        getStyleClass().add(Styles.COMPLETIONS);
        show(List.of());
    }

    void show(List<Completion> completions) {
        if (completions.equals(shown) && !completions.isEmpty()) {
            return;
        }
        shown = completions;
        getChildren().setAll(completions.stream().map(this::row).toList());
        setVisible(!completions.isEmpty());
        setManaged(!completions.isEmpty());
        choose(0);
    }

    /// Whether the key was meant for this list.
    boolean takes(KeyCode key) {
        if (shown.isEmpty()) {
            return false;
        }
        switch (key) {
            case UP -> choose((chosen + shown.size() - 1) % shown.size());
            case DOWN -> choose((chosen + 1) % shown.size());
            case ENTER, TAB -> taken.accept(shown.get(chosen));
            case ESCAPE -> show(List.of());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void choose(int index) {
        chosen = index;
        for (int i = 0; i < getChildren().size(); i++) {
            getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == index);
        }
    }

    private String about(Completion.Kind kind) {
        return switch (kind) {
            case Completion.Kind.ToTask(TaskName task) -> messages.get("task.about." + task);
            case Completion.Kind.ToTemplate(PromptTemplate template) ->
                    template.text().strip().replaceAll("\\s+", " ");
            case Completion.Kind.ToFile _ -> "";
        };
    }

    private Node row(Completion completion) {
        Label name = new Label(completion.inserted().strip());
        name.setMinWidth(Label.USE_PREF_SIZE);
        name.setMnemonicParsing(false);
        HBox row = new HBox(10, name);
        Label about = new Label(about(completion.kind()));
        about.setMnemonicParsing(false);
        about.setMinWidth(0);
        about.getStyleClass().add(Styles.MUTED);
        row.getChildren().add(about);
        row.getStyleClass().add(Styles.COMPLETION);
        row.setOnMouseClicked(_ -> taken.accept(completion));
        return row;
    }
}
