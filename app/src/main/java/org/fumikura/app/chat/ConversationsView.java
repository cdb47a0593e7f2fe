package org.fumikura.app.chat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.OpenList;
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
    private final VBox node = new VBox(10);

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
        var conversations =
                new OpenList<>(
                        model.shown(),
                        model.open(),
                        each ->
                                model.open()
                                        .get()
                                        .filter(open -> open.id() == each.id())
                                        .isPresent(),
                        model::open,
                        model::delete);
        keep(conversations::dispose);
        ListView<Conversation> list = conversations.list();
        list.setId("conversations");
        list.setEditable(true);
        list.setCellFactory(_ -> new ConversationCell(model, messages));
        list.setAccessibleText(messages.get("conversations.title"));
        list.setPlaceholder(placeholder(messages));
        VBox.setVgrow(list, Priority.ALWAYS);
        node.getChildren().addAll(start, search, list);
        VBox.setVgrow(node, Priority.ALWAYS);
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
}
