package org.fumikura.app.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javafx.beans.property.SimpleBooleanProperty;
import org.fumikura.app.fakes.FakeNotes;
import org.fumikura.app.fakes.FakeProposing;
import org.fumikura.app.fakes.FakeSettings;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.rag.RagException;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.note.Proposal;
import org.junit.jupiter.api.Test;

class ProposalViewModelTest {
    private static final Proposal PROPOSAL =
            new Proposal("900 euros.", Support.SUPPORTED, List.of(), List.of());

    private final ImmediateUi ui = new ImmediateUi();
    private final FakeProposing proposing = new FakeProposing();
    private final FakeSettings settings = new FakeSettings();
    private final SimpleBooleanProperty answering = new SimpleBooleanProperty();
    private boolean allowed = true;
    private final NotesViewModel notes =
            new NotesViewModel(
                    ui.lanes(),
                    new FakeNotes(),
                    proposing,
                    new PauseChoice(ui.lanes(), settings, () -> allowed),
                    answering);
    private final ProposalViewModel model = notes.proposals();

    private void write(String text) {
        notes.caret().set(text.length());
        notes.text().set(text);
    }

    @Test
    void sentenceIsGoneOnWithAtTheCursor() {
        write("The deposit is not known");
        notes.caret().set(14);
        model.ask();
        assertEquals(List.of("The deposit is"), proposing.asked());
        assertEquals(new ProposalState.Writing(), model.state().get());
        proposing.propose(Optional.of(PROPOSAL));
        assertEquals(new ProposalState.Offered(PROPOSAL), model.state().get());
        assertTrue(model.dismiss());
        assertEquals(new ProposalState.Quiet(), model.state().get());
        assertFalse(model.dismiss());
        assertEquals("The deposit is not known", notes.text().get());
    }

    @Test
    void typingOnEndsWhatIsBeingWritten() {
        write("The deposit");
        model.ask();
        write("The deposit i");
        assertEquals(1, proposing.stops());
        proposing.propose(Optional.of(PROPOSAL));
        assertEquals(new ProposalState.Quiet(), model.state().get());
    }

    @Test
    void questionGoesFirst() {
        write("The deposit");
        model.ask();
        answering.set(true);
        assertEquals(1, proposing.stops());
        assertEquals(new ProposalState.Quiet(), model.state().get());
        model.ask();
        assertEquals(1, proposing.asked().size());
        assertEquals(new ProposalState.Busy(), model.state().get());
    }

    @Test
    void pauseProposesOnlyOnceThePersonWantsThat() {
        write("The deposit");
        ui.passTime();
        assertEquals(List.of(), proposing.asked());
        model.pauses().choose(true);
        write("The deposit is");
        ui.passTime();
        assertEquals(List.of("The deposit is"), proposing.asked());
        assertTrue(new PauseChoice(ui.lanes(), settings, () -> true).chosen().get());

        allowed = false;
        write("The deposit is not");
        ui.passTime();
        assertEquals(1, proposing.asked().size());
    }

    @Test
    void nothingIsProposedWhileAnInputMethodComposes() {
        model.pauses().choose(true);
        write("敷金は");
        model.ask();
        model.composing(true);
        assertEquals(1, proposing.stops());
        write("敷金はい");
        ui.passTime();
        model.ask();
        assertEquals(1, proposing.asked().size());
        model.composing(false);
        model.ask();
        assertEquals(2, proposing.asked().size());
    }

    @Test
    void whatHappensInsteadIsTold() {
        model.ask();
        assertEquals(List.of(), proposing.asked());
        write("The deposit");
        model.ask();
        proposing.propose(Optional.empty());
        assertEquals(new ProposalState.Nothing(), model.state().get());
        var closed = new RagException(RagException.Code.CLOSED, "");
        model.ask();
        proposing.fail(new CompletionException(closed));
        assertEquals(new ProposalState.Failed(closed), model.state().get());
    }

    @Test
    void turningToAnotherNoteEndsIt() {
        write("The deposit");
        model.ask();
        notes.startNew();
        assertEquals(1, proposing.stops());
        assertEquals(new ProposalState.Quiet(), model.state().get());
    }
}
