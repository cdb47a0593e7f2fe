package org.fumikura.app.fakes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Grounding;
import org.fumikura.rag.chat.Conversation;
import org.fumikura.rag.chat.Conversations;
import org.fumikura.rag.chat.Turn;
import org.fumikura.rag.chat.TurnFile;

/// Conversations in memory.
public final class FakeConversations implements Conversations {
    private record Entry(Conversation conversation, List<Turn> turns) {}

    private final List<Entry> entries = new ArrayList<>();
    private long next = 1;

    @Override
    public List<Conversation> list() {
        return entries.stream().map(Entry::conversation).toList().reversed();
    }

    @Override
    public Conversation start(String title, Grounding grounding) {
        Conversation conversation =
                new Conversation(next++, title, Instant.EPOCH, Instant.EPOCH, grounding);
        entries.add(new Entry(conversation, new ArrayList<>()));
        return conversation;
    }

    @Override
    public void rename(long conversation, String title) {
        Grounding grounding = entry(conversation).conversation().grounding();
        replace(new Conversation(conversation, title, Instant.EPOCH, Instant.EPOCH, grounding));
    }

    @Override
    public void ground(long conversation, Grounding grounding) {
        String title = entry(conversation).conversation().title();
        replace(new Conversation(conversation, title, Instant.EPOCH, Instant.EPOCH, grounding));
    }

    private void replace(Conversation conversation) {
        Entry before = entry(conversation.id());
        entries.set(entries.indexOf(before), new Entry(conversation, before.turns()));
    }

    @Override
    public void delete(long conversation) {
        entries.remove(entry(conversation));
    }

    @Override
    public List<Turn> turns(long conversation) {
        return List.copyOf(entry(conversation).turns());
    }

    @Override
    public Turn append(long conversation, Answer answer, List<TurnFile> files) {
        Turn turn = new Turn(next++, Instant.EPOCH, answer, files);
        entry(conversation).turns().add(turn);
        return turn;
    }

    private Entry entry(long id) {
        return entries.stream()
                .filter(entry -> entry.conversation().id() == id)
                .findFirst()
                .orElseThrow();
    }
}
