package org.fumikura.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fumikura.app.fakes.FakeConversations;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.rag.answer.Grounding;
import org.fumikura.rag.chat.Conversation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationsViewModelTest {
    private final ImmediateUi ui = new ImmediateUi();
    private final FakeConversations conversations = new FakeConversations();
    private final ConversationsViewModel model =
            new ConversationsViewModel(ui.lanes(), conversations);

    @BeforeEach
    void threeConversations() {
        List.of("Kettle", "Rent", "図書館")
                .forEach(title -> conversations.start(title, Grounding.STRICT));
        model.refresh();
    }

    @Test
    void filterLooksAtTitlesWithoutCase() {
        model.filter().set("RENT");
        assertEquals(List.of("Rent"), titles());
        model.filter().set("図書");
        assertEquals(List.of("図書館"), titles());
    }

    @Test
    void deletionCanBeTakenBack() {
        model.delete(model.shown().get(1));
        assertEquals(List.of("図書館", "Kettle"), titles());
        assertEquals(3, conversations.list().size());

        model.undoDelete();
        ui.passTime();
        assertEquals(3, conversations.list().size());
        assertEquals("Rent", model.open().get().orElseThrow().title());
    }

    @Test
    void deletionIsFinalAfterAWhile() {
        model.delete(model.shown().get(1));
        ui.passTime();
        assertEquals(2, conversations.list().size());
        assertTrue(model.deleted().get().isEmpty());
    }

    @Test
    void secondDeletionSettlesTheFirst() {
        model.delete(model.shown().get(0));
        model.delete(model.shown().get(0));
        assertEquals(2, conversations.list().size());
        assertEquals(List.of("Kettle"), titles());
    }

    @Test
    void deletingTheOpenConversationOpensANewOne() {
        model.open(model.shown().get(0));
        model.delete(model.shown().get(0));
        assertTrue(model.open().get().isEmpty());
    }

    @Test
    void renamingKeepsBlankNamesOut() {
        model.rename(model.shown().get(0), "  ");
        assertEquals("図書館", titles().getFirst());
        model.rename(model.shown().get(0), " Library ");
        assertEquals("Library", titles().getFirst());
    }

    private List<String> titles() {
        return model.shown().stream().map(Conversation::title).toList();
    }
}
