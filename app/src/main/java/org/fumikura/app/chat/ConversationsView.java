package org.fumikura.app.chat;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.View;
import org.fumikura.rag.chat.Conversation;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list of conversations, with a filter above it.
public final class ConversationsView extends View {
    private final ConversationsViewModel model;
    private final ListView<Conversation> list;
    private final VBox node = new VBox(10);
    private boolean following;

    /// @param startNew begins a new conversation
    public ConversationsView(ConversationsViewModel model, Messages messages, Runnable startNew) {
        this.model = model;
        Button start = new Button(messages.get("conversations.new"), new FontIcon(Feather.EDIT));
        start.setId("new-conversation");
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(_ -> startNew.run());
        TextField search = new TextField();
        search.getStyleClass().add(Styles.SEARCH);
        search.setPromptText(messages.get("conversations.search"));
        search.setAccessibleText(messages.get("conversations.search"));
        search.textProperty().bindBidirectional(model.filter());
        keep(() -> search.textProperty().unbindBidirectional(model.filter()));
        list = new ListView<>(model.shown());
        list.setId("conversations");
        list.getStyleClass().add(Styles.CONVERSATIONS);
        list.setEditable(true);
        list.setCellFactory(_ -> new ConversationCell(model, messages));
        list.setAccessibleText(messages.get("conversations.title"));
        list.setPlaceholder(placeholder(messages));
        list.setOnKeyPressed(event -> {
            Conversation selected = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.DELETE && selected != null) {
                model.delete(selected);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        node.getChildren().addAll(start, search, list);
        VBox.setVgrow(node, Priority.ALWAYS);
        keep(
                list.getSelectionModel()
                        .selectedItemProperty()
                        .subscribe(selected -> {
                            if (selected != null && !following) {
                                model.open(selected);
                            }
                        }));
        ListChangeListener<Conversation> changed = _ -> follow(model.open().get());
        model.shown().addListener(changed);
        keep(() -> model.shown().removeListener(changed));
        keep(model.open().subscribe(this::follow));
    }

    @Override
    public Node node() {
        return node;
    }

    private Label placeholder(Messages messages) {
        Label label = Prose.label("", Styles.MUTED);
        keep(
                model.filter()
                        .subscribe(words ->
                                label.setText(
                                        messages.get(
                                                words.isBlank()
                                                        ? "conversations.none"
                                                        : "conversations.no-match"))));
        return label;
    }

    /// Selects the conversation that is open, without opening it once more.
    private void follow(Optional<Conversation> open) {
        following = true;
        try {
            int index = -1;
            for (int i = 0; i < model.shown().size(); i++) {
                if (open.isPresent() && model.shown().get(i).id() == open.get().id()) {
                    index = i;
                }
            }
            list.getSelectionModel().clearAndSelect(index);
        } finally {
            following = false;
        }
    }
}
