package org.fumikura.app.chat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.fx.UiThread;
import org.fumikura.rag.chat.Conversation;
import org.fumikura.rag.chat.Conversations;

/// The list of conversations, and which of them is open. On the UI thread.
public final class ConversationsViewModel {
    /// How long a deletion can be taken back.
    public static final Duration SECOND_THOUGHT = Duration.ofSeconds(8);

    private final Lanes lanes;
    private final Conversations conversations;
    private final ObservableList<Conversation> all = FXCollections.observableArrayList();
    private final FilteredList<Conversation> shown = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Conversation>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Conversation>> deleted =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RuntimeException>> fault =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private UiThread.Cancellable forgetting = () -> {};

    public ConversationsViewModel(Lanes lanes, Conversations conversations) {
        this.lanes = lanes;
        this.conversations = conversations;
        filter.subscribe(_ -> applyFilter());
        deleted.subscribe(_ -> applyFilter());
    }

    /// The conversations that match the filter, last changed first.
    public ObservableList<Conversation> shown() {
        return shown;
    }

    /// Words that a title must have; empty for all conversations.
    public StringProperty filter() {
        return filter;
    }

    /// The conversation that is open; empty for a new one.
    public ReadOnlyObjectProperty<Optional<Conversation>> open() {
        return open.getReadOnlyProperty();
    }

    /// The conversation that was just deleted and can still be had back.
    public ReadOnlyObjectProperty<Optional<Conversation>> deleted() {
        return deleted.getReadOnlyProperty();
    }

    /// What went wrong last with the list.
    public ReadOnlyObjectProperty<Optional<RuntimeException>> fault() {
        return fault.getReadOnlyProperty();
    }

    /// Fetches the list anew.
    public void refresh() {
        lanes.fetch(conversations::list, this::replace, this::failed);
    }

    /// Turns to a new, empty conversation.
    public void startNew() {
        open.set(Optional.empty());
    }

    public void open(Conversation conversation) {
        open.set(Optional.of(conversation));
    }

    public void rename(Conversation conversation, String title) {
        if (title.isBlank() || title.strip().equals(conversation.title())) {
            return;
        }
        change(() -> conversations.rename(conversation.id(), title.strip()));
    }

    /// Takes a conversation out of the list. For a while [#undoDelete()] brings it back.
    public void delete(Conversation conversation) {
        forgetDeleted();
        if (isOpen(conversation)) {
            startNew();
        }
        deleted.set(Optional.of(conversation));
        forgetting = lanes.ui().after(SECOND_THOUGHT, this::forgetDeleted);
    }

    /// Brings the conversation back that was deleted last.
    public void undoDelete() {
        forgetting.cancel();
        deleted.get().ifPresent(this::open);
        deleted.set(Optional.empty());
    }

    /// Deletes for good what was deleted; called when the time is up and when the window closes.
    public void forgetDeleted() {
        forgetting.cancel();
        deleted.get()
                .ifPresent(conversation -> {
                    all.remove(conversation);
                    change(() -> conversations.delete(conversation.id()));
                });
        deleted.set(Optional.empty());
    }

    private boolean isOpen(Conversation conversation) {
        return open.get().map(Conversation::id).filter(id -> id == conversation.id()).isPresent();
    }

    private void change(Runnable change) {
        lanes.fetch(
                () -> {
                    change.run();
                    return conversations.list();
                },
                this::replace,
                this::failed);
    }

    private void replace(List<Conversation> list) {
        fault.set(Optional.empty());
        if (!all.equals(list)) {
            all.setAll(list);
        }
    }

    private void failed(RuntimeException problem) {
        fault.set(Optional.of(problem));
    }

    private void applyFilter() {
        String words = filter.get().strip().toLowerCase(Locale.ROOT);
        long hidden = deleted.get().map(Conversation::id).orElse(-1L);
        shown.setPredicate(conversation ->
                conversation.id() != hidden
                        && conversation.title().toLowerCase(Locale.ROOT).contains(words));
    }
}
