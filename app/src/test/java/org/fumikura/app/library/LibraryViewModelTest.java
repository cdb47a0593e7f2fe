package org.fumikura.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fumikura.app.fakes.FakeLibrary;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.RagException;
import org.fumikura.rag.library.FilePresence;
import org.fumikura.rag.library.FileProblem;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryEvent;
import org.fumikura.rag.library.WorkState;
import org.fumikura.ui.Messages;
import org.junit.jupiter.api.Test;

class LibraryViewModelTest {
    private static final Path A = Path.of("/documents/a.pdf");
    private static final Path B = Path.of("/documents/b.pdf");
    private static final Path C = Path.of("/letters/c.txt");

    private static final DocumentId CONTENT = new DocumentId("a".repeat(64));

    private final FakeLibrary library = new FakeLibrary();
    private long now;
    private final ImmediateUi ui = new ImmediateUi();
    private final LibraryViewModel model = new LibraryViewModel(ui.lanes(), library, () -> now);

    @Test
    void addedFilesShowAsWaiting() {
        model.add(List.of(A, B));
        assertEquals(List.of(A, B), library.added());
        assertEquals(2, model.coverage().get().waiting());
        assertTrue(model.coverage().get().isBusy());
    }

    @Test
    void problemsComeFirstAndFinishedFilesLast() {
        library.put(A, FileState.READY, 3, 9, 9);
        library.put(B, FileState.READING, 0, 0, 0);
        library.put(C, new FileProblem(FileProblem.Kind.NEEDS_PASSWORD, ""));
        assertEquals(List.of(C, B, A), model.shown().stream().map(file -> file.path()).toList());
    }

    @Test
    void coverageSaysWhatIsSearchableAndWhatKeepsTheRest() {
        library.put(A, FileState.READY, 3, 9, 9);
        library.put(B, FileState.SEARCHABLE, 3, 10, 5);
        library.put(C, new FileProblem(FileProblem.Kind.NEEDS_PASSWORD, ""));
        Coverage coverage = model.coverage().get();
        assertEquals(
                "2 of 3 files searchable, 1 needs a password",
                CoverageText.line(Messages.of(Locale.ENGLISH), coverage));
        assertEquals(
                "3件中2件を検索できます／1件はパスワードが必要",
                CoverageText.line(Messages.of(Locale.JAPANESE), coverage));
        assertEquals(0.866, coverage.progress(), 0.01);
    }

    @Test
    void filterLooksAtWholePaths() {
        model.add(List.of(A, B, C));
        model.filter().set("LETTERS");
        assertEquals(List.of(C), model.shown().stream().map(file -> file.path()).toList());
    }

    @Test
    void removedFilesGo() {
        model.add(List.of(A, B));
        model.remove(List.of(model.shown().getFirst()));
        assertEquals(1, model.shown().size());
        assertFalse(model.holds(A));
        assertTrue(model.holds(Path.of("/documents")));
    }

    @Test
    void filesTakenOutOneAfterTheOtherAreTakenBackTogether() {
        model.add(List.of(A, B, C));
        model.remove(List.of(model.shown().getFirst()));
        model.remove(List.of(model.shown().getFirst()));
        assertEquals(List.of(A, B), model.removed().get());

        model.undoRemove();
        assertEquals(List.of(A, B, C), model.shown().stream().map(file -> file.path()).toList());
        assertEquals(List.of(), model.removed().get());
    }

    @Test
    void afterAWhileTakingBackIsNotOfferedAnyMore() {
        model.add(List.of(A, B));
        model.remove(List.copyOf(model.shown()));
        assertEquals(List.of(A, B), model.removed().get());
        ui.passTime();
        assertEquals(List.of(), model.removed().get());

        model.undoRemove();
        assertEquals(List.of(), model.shown());
    }

    @Test
    void coverageSaysWhatIsOutOfReachAndThereTwice() {
        library.put(A, CONTENT, FilePresence.HERE);
        library.put(B, CONTENT, FilePresence.OFFLINE);
        library.put(C, CONTENT, FilePresence.OFFLINE);
        assertEquals(
                "3 of 3 files searchable, 2 offline, 2 duplicates",
                CoverageText.line(Messages.of(Locale.ENGLISH), model.coverage().get()));
        assertEquals(
                "3件中3件を検索できます／2件はオフライン／2件は重複",
                CoverageText.line(Messages.of(Locale.JAPANESE), model.coverage().get()));
    }

    @Test
    void duplicateIsNoneWhenTheOtherFileIsGone() {
        library.put(A, CONTENT, FilePresence.HERE);
        library.put(B, CONTENT, FilePresence.HERE);
        assertEquals(new Duplicates(Map.of(B, A)), model.duplicates().get());

        model.remove(List.of(model.shown().getFirst()));
        assertEquals(new Duplicates(Map.of()), model.duplicates().get());
    }

    @Test
    void workIsHeldTakenUpAndEnded() {
        model.add(List.of(A, B));
        library.work(WorkState.WORKING);
        assertEquals(WorkState.WORKING, model.work().state().get());

        model.work().pause();
        assertEquals(WorkState.PAUSED, model.work().state().get());
        model.work().goOn();
        assertEquals(WorkState.WORKING, model.work().state().get());

        model.work().stop();
        assertEquals(WorkState.IDLE, model.work().state().get());
        assertEquals(Map.of(FileProblem.Kind.STOPPED, 2), model.coverage().get().problems());

        model.readStopped();
        assertEquals(List.of(A, B, A, B), library.added());
        assertEquals(Map.of(), model.coverage().get().problems());
    }

    @Test
    void lookAtFoldersInWhichNothingChangedIsNoWork() {
        library.put(A, FileState.READY, 1, 10, 10);
        library.work(WorkState.WORKING);
        assertFalse(model.isWorking());

        library.put(B, FileState.QUEUED, 0, 0, 0);
        assertTrue(model.isWorking());
    }

    @Test
    void remainingTimeIsToldWhileWorkGoesOn() {
        library.work(WorkState.WORKING);
        library.put(A, FileState.SEARCHABLE, 1, 110, 0);
        library.put(A, FileState.SEARCHABLE, 1, 110, 10);
        now += Duration.ofSeconds(10).toNanos();
        library.put(A, FileState.SEARCHABLE, 1, 110, 20);
        assertEquals(
                new Remaining(Optional.empty(), Optional.of(Duration.ofSeconds(90))),
                model.work().remaining().get());

        model.work().pause();
        assertEquals(Remaining.UNKNOWN, model.work().remaining().get());
    }

    @Test
    void fileThatIsLookedAtIsPreferred() {
        model.prefer(List.of(A));
        assertEquals(List.of(A), library.preferred());
    }

    @Test
    void faultOfTheWorkIsShownUntilSomethingIsAdded() {
        library.tell(
                new LibraryEvent.WorkFailed(
                        new RagException(RagException.Code.DISK_FULL, "/somewhere")));
        assertTrue(model.fault().get().isPresent());
        model.add(List.of(A));
        assertTrue(model.fault().get().isEmpty());
    }
}
