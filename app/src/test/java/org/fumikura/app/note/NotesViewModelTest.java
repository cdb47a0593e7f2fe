package org.fumikura.app.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import org.fumikura.app.fakes.Answers;
import org.fumikura.app.fakes.FakeNotes;
import org.fumikura.app.fakes.FakeProposing;
import org.fumikura.app.fakes.FakeSettings;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.rag.RagException;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.note.Note;
import org.fumikura.rag.note.NoteSource;
import org.fumikura.rag.note.Proposal;
import org.fumikura.ui.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesViewModelTest {
    private final ImmediateUi ui = new ImmediateUi();
    private final FakeNotes notes = new FakeNotes();
    private final NotesViewModel model = window();

    private NotesViewModel window() {
        return new NotesViewModel(
                ui.lanes(),
                notes,
                new FakeProposing(),
                new PauseChoice(ui.lanes(), new FakeSettings(), () -> true),
                new SimpleBooleanProperty());
    }

    private Note note(int index) {
        return model.shown().get(index);
    }

    @Test
    void whatIsWrittenIsKeptAfterAMoment() {
        model.text().set("Tea");
        assertEquals(List.of(), notes.texts());
        model.text().set("Tea at four");
        ui.passTime();
        assertEquals(List.of("Tea at four"), notes.texts());
        model.text().set("Tea at five");
        ui.passTime();
        assertEquals(List.of("Tea at five"), notes.texts());
        assertEquals(Optional.of(note(0).id()), model.open().get());
        assertEquals(notes.list(), window().shown());
    }

    @Test
    void turningElsewhereKeepsFirst() {
        model.text().set("One");
        model.startNew();
        assertEquals("", model.text().get());
        model.text().set("Two");
        model.open(note(0));
        assertEquals("One", model.text().get());
        assertEquals(List.of("Two", "One"), notes.texts());
        model.text().set("One more");
        model.close();
        assertEquals(List.of("One more", "Two"), notes.texts());
    }

    @Test
    void nothingIsNoNote() {
        model.text().set(" ");
        model.startNew();
        model.close();
        assertEquals(List.of(), notes.texts());
    }

    @Test
    void noteThatIsOnlyReadIsNotWritten() {
        model.text().set("One");
        model.startNew();
        model.text().set("Two");
        model.open(note(0));
        model.open(note(0));
        ui.passTime();
        assertEquals(List.of("Two", "One"), notes.texts());
    }

    @Test
    void deletedNoteComesBackOrGoes() {
        model.text().set("One");
        ui.passTime();
        model.text().set("One and more");
        model.delete(note(0));
        assertEquals(List.of(), model.shown());
        assertEquals("", model.text().get());
        model.undoDelete();
        assertEquals("One and more", model.text().get());
        assertEquals(1, model.shown().size());

        model.delete(note(0));
        assertEquals(1, notes.texts().size());
        ui.passTime();
        assertEquals(List.of(), notes.texts());
        assertEquals(Optional.empty(), model.deleted().get());
    }

    @Test
    void whatCannotBeKeptIsTriedAgain() {
        var full = new RagException(RagException.Code.DISK_FULL, "");
        notes.fail(Optional.of(full));
        model.text().set("One");
        ui.passTime();
        assertEquals(Optional.of(full), model.fault().get());
        assertEquals("One", model.text().get());
        notes.fail(Optional.empty());
        ui.passTime();
        assertEquals(List.of("One"), notes.texts());
        assertEquals(Optional.empty(), model.fault().get());
    }

    @Test
    void sourcesOfWhatWasTakenStayWithTheNote() {
        Citation citation = Answers.answered("q").citations().getFirst();
        NoteSource source = NoteSource.of(citation);
        var taken = new Proposal("900", Support.SUPPORTED, List.of(citation), List.of());
        model.text().set("The deposit is ");
        model.cite(taken);
        model.cite(taken);
        assertEquals(List.of(source), model.sources());
        model.startNew();
        assertEquals(List.of(), model.sources());
        model.open(note(0));
        assertEquals(List.of(source), model.sources());
        String written =
                NoteText.of(Messages.of(Locale.ENGLISH), "The deposit.\n", model.sources());
        assertEquals(
                "The deposit.\n\n## Sources\n\n- [1] %s, p. %d: “%s”\n"
                        .replace("%s, p. %d", citation.title() + ", p. " + citation.page())
                        .replace("%s", citation.quote()),
                written);
        model.forget(source);
        ui.passTime();
        assertEquals(List.of(), notes.list().getFirst().sources());
    }

    @Test
    void noteIsWrittenOutAsItStands(@TempDir Path folder) throws IOException {
        model.text().set("# 会議\n\n3時から。");
        Path file = folder.resolve("a.md");
        model.write(model.text().get(), file, _ -> {}, _ -> {});
        assertEquals("# 会議\n\n3時から。", Files.readString(file));
        assertEquals("会議", model.title());
        boolean[] refused = new boolean[1];
        model.write("a", folder.resolve("no/a.md"), _ -> {}, _ -> refused[0] = true);
        assertTrue(refused[0]);
        assertFalse(Files.exists(folder.resolve("no")));
    }
}
