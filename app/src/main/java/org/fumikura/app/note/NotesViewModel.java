package org.fumikura.app.note;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.fx.UiThread;
import org.fumikura.rag.note.Note;
import org.fumikura.rag.note.NoteSource;
import org.fumikura.rag.note.Notes;
import org.fumikura.rag.note.Proposal;
import org.fumikura.rag.note.Proposing;

/// The person's notes, and the one that is open. What is written is kept by itself, half a second
/// after the last letter and whenever the person turns elsewhere. On the UI thread.
public final class NotesViewModel {
    /// How long a deletion can be taken back.
    private static final Duration SECOND_THOUGHT = Duration.ofSeconds(8);

    private static final Duration MOMENT = Duration.ofMillis(500);

    /// How long until what could not be kept is tried again.
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final Lanes lanes;
    private final Notes notes;
    private final ProposalViewModel proposals;
    private final ObservableList<Note> all = FXCollections.observableArrayList();
    private final FilteredList<Note> shown = new FilteredList<>(all);
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<NoteSource> sources = FXCollections.observableArrayList();
    private final IntegerProperty caret = new SimpleIntegerProperty();
    private final ReadOnlyObjectWrapper<Optional<Long>> open =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Note>> deleted =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RuntimeException>> fault =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private UiThread.Cancellable keeping = () -> {};
    private UiThread.Cancellable forgetting = () -> {};
    private Draft draft = new Draft(Optional.empty());
    private boolean opening;

    /// @param answering whether the model works for the conversation
    public NotesViewModel(
            Lanes lanes,
            Notes notes,
            Proposing proposing,
            PauseChoice pauses,
            ObservableBooleanValue answering) {
        this.lanes = lanes;
        this.notes = notes;
        proposals =
                new ProposalViewModel(lanes, proposing, pauses, answering, this::beforeTheCursor);
        text.subscribe((_, _) -> typed());
        deleted.subscribe(gone ->
                shown.setPredicate(
                        note -> gone.filter(hidden -> hidden.id() == note.id()).isEmpty()));
        refresh();
    }

    /// The notes, last changed first.
    public ObservableList<Note> shown() {
        return shown;
    }

    /// What the open note says. Never holds what is only proposed.
    public StringProperty text() {
        return text;
    }

    /// Where the cursor is in it.
    public IntegerProperty caret() {
        return caret;
    }

    /// What bears out the sentences that were taken into the open note.
    public ObservableList<NoteSource> sources() {
        return sources;
    }

    /// Keeps what bears a proposal out with the open note: the person takes it.
    void cite(Proposal taken) {
        List<NoteSource> more =
                taken.citations().stream()
                        .map(NoteSource::of)
                        .filter(source -> !sources.contains(source))
                        .toList();
        if (!more.isEmpty()) {
            sources.addAll(more);
            changed();
        }
    }

    /// Takes a source away from the open note.
    void forget(NoteSource source) {
        sources.remove(source);
        changed();
    }

    /// The first line of what the open note says; blank if there is none.
    public String title() {
        return Note.title(text.get());
    }

    /// How it might go on.
    public ProposalViewModel proposals() {
        return proposals;
    }

    /// The note that was just deleted and can still be had back.
    public ReadOnlyObjectProperty<Optional<Note>> deleted() {
        return deleted.getReadOnlyProperty();
    }

    /// Why what is written cannot be kept now, or the notes cannot be read; it is tried again.
    public ReadOnlyObjectProperty<Optional<RuntimeException>> fault() {
        return fault.getReadOnlyProperty();
    }

    /// The number of the note that is open; empty for a new one that was not kept yet.
    public ReadOnlyObjectProperty<Optional<Long>> open() {
        return open.getReadOnlyProperty();
    }

    /// Whether it is this note that is open.
    boolean isOpen(Note note) {
        return open.get().filter(id -> id == note.id()).isPresent();
    }

    /// Fetches the list anew.
    public void refresh() {
        lanes.fetch(notes::list, this::replace, problem -> fault.set(Optional.of(problem)));
    }

    /// Turns to a new, empty note.
    public void startNew() {
        turnTo(Optional.empty(), "", List.of());
    }

    /// Turns to a note.
    public void open(Note note) {
        if (isOpen(note)) {
            return;
        }
        keep();
        // What was just kept of it comes from the notes, not from the list.
        lanes.fetch(
                notes::list,
                list -> {
                    replace(list);
                    list.stream()
                            .filter(fresh -> fresh.id() == note.id())
                            .findFirst()
                            .ifPresent(fresh ->
                                    turnTo(Optional.of(fresh.id()), fresh.text(), fresh.sources()));
                },
                problem -> fault.set(Optional.of(problem)));
    }

    private void turnTo(Optional<Long> note, String says, List<NoteSource> from) {
        keep();
        proposals.dismiss();
        draft = new Draft(note);
        opening = true;
        open.set(note);
        text.set(says);
        sources.setAll(from);
        opening = false;
    }

    private String beforeTheCursor() {
        String says = text.get();
        return says.substring(0, Math.clamp(caret.get(), 0, says.length()));
    }

    private void typed() {
        if (opening) {
            return;
        }
        proposals.typed();
        changed();
    }

    private void changed() {
        keeping.cancel();
        keeping = lanes.ui().after(MOMENT, this::keep);
        draft.changed = true;
    }

    /// Keeps what the open note says, if that has changed.
    public void keep() {
        keeping.cancel();
        Draft now = draft;
        String says = text.get();
        List<NoteSource> from = List.copyOf(sources);
        if (!now.changed || (open.get().isEmpty() && says.isBlank())) {
            return;
        }
        now.changed = false;
        lanes.fetch(
                () -> {
                    now.keep(notes, says, from);
                    return notes.list();
                },
                list -> {
                    replace(list);
                    if (now.equals(draft)) {
                        open.set(now.id);
                    }
                },
                problem -> unkept(now, problem));
    }

    private void unkept(Draft note, RuntimeException problem) {
        fault.set(Optional.of(problem));
        note.changed = true;
        if (note.equals(draft)) {
            keeping = lanes.ui().after(NEXT_TRY, this::keep);
        }
    }

    /// A note that is being written.
    private static final class Draft {
        /// On the worker, until what it kept has come back.
        private Optional<Long> id;

        private boolean changed;

        Draft(Optional<Long> id) {
            this.id = id;
        }

        void keep(Notes notes, String says, List<NoteSource> from) {
            id.ifPresent(known -> notes.write(known, says, from));
            id = id.or(() -> Optional.of(notes.start(says, from).id()));
        }
    }

    /// Takes a note out of the list. For a while [#undoDelete()] brings it back.
    public void delete(Note note) {
        forgetDeleted();
        if (isOpen(note)) {
            startNew();
        }
        deleted.set(Optional.of(note));
        forgetting = lanes.ui().after(SECOND_THOUGHT, this::forgetDeleted);
    }

    /// Brings the note back that was deleted last.
    public void undoDelete() {
        forgetting.cancel();
        Optional<Note> back = deleted.get();
        deleted.set(Optional.empty());
        back.ifPresent(this::open);
    }

    /// Deletes for good what was deleted.
    private void forgetDeleted() {
        forgetting.cancel();
        deleted.get()
                .ifPresent(note -> {
                    all.remove(note);
                    lanes.fetch(
                            () -> {
                                notes.delete(note.id());
                                return notes.list();
                            },
                            this::replace,
                            problem -> fault.set(Optional.of(problem)));
                });
        deleted.set(Optional.empty());
    }

    /// Writes a text into a file, in the place of what the file held.
    ///
    /// @param done hears the file once it is written
    /// @param failed hears the file if it cannot be written
    void write(String says, Path file, Consumer<Path> done, Consumer<Path> failed) {
        lanes.fetch(
                () -> {
                    try {
                        return Files.writeString(file, says);
                    } catch (IOException refused) {
                        throw new UncheckedIOException(refused);
                    }
                },
                done,
                _ -> failed.accept(file));
    }

    /// Keeps everything and settles what waits: the window goes.
    public void close() {
        proposals.dismiss();
        keep();
        forgetDeleted();
    }

    private void replace(List<Note> list) {
        fault.set(Optional.empty());
        if (!all.equals(list)) {
            all.setAll(list);
        }
    }
}
