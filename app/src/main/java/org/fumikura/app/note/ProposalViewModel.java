package org.fumikura.app.note;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.fx.UiThread;
import org.fumikura.rag.note.Proposal;
import org.fumikura.rag.note.Proposing;

/// How the model proposes to go on with a note: when asked to, or when the person pauses if they
/// want that. Whatever they do next ends what is being written, and so does a question: an answer
/// never waits for a proposal. On the UI thread.
public final class ProposalViewModel {
    /// Shorter pauses come between the words of a sentence.
    private static final Duration PAUSE = Duration.ofMillis(1200);

    private final Lanes lanes;
    private final Proposing proposing;
    private final PauseChoice pauses;
    private final ObservableBooleanValue answering;
    private final Supplier<String> before;
    private final ReadOnlyObjectWrapper<ProposalState> state =
            new ReadOnlyObjectWrapper<>(new ProposalState.Quiet());
    private Optional<Proposing.Pending> writing = Optional.empty();
    private UiThread.Cancellable pause = () -> {};
    private boolean composing;

    /// @param answering whether the model works for the conversation
    /// @param before the note up to the cursor
    ProposalViewModel(
            Lanes lanes,
            Proposing proposing,
            PauseChoice pauses,
            ObservableBooleanValue answering,
            Supplier<String> before) {
        this.lanes = lanes;
        this.proposing = proposing;
        this.pauses = pauses;
        this.answering = answering;
        this.before = before;
        answering.subscribe(now -> {
            if (now) {
                dismiss();
            }
        });
    }

    public ReadOnlyObjectProperty<ProposalState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether something is proposed when the person pauses.
    public PauseChoice pauses() {
        return pauses;
    }

    /// The person wrote or deleted something.
    void typed() {
        dismiss();
        if (pauses.chosen().get() && !before.get().isBlank()) {
            pause = lanes.ui().after(PAUSE, this::paused);
        }
    }

    private void paused() {
        if (!answering.get() && !composing) {
            pauses.ifAllowed(lanes, this::ask);
        }
    }

    /// An input method has begun to compose, or has ended. Nothing is proposed meanwhile.
    public void composing(boolean now) {
        composing = now;
        if (now) {
            dismiss();
        }
    }

    /// Has the model propose how the sentence at the cursor goes on.
    public void ask() {
        dismiss();
        if (composing || before.get().isBlank()) {
            return;
        }
        if (answering.get()) {
            state.set(new ProposalState.Busy());
            return;
        }
        Proposing.Pending begun = proposing.propose(before.get());
        writing = Optional.of(begun);
        state.set(new ProposalState.Writing());
        begun.proposal()
                .whenComplete((made, fault) ->
                        lanes.ui().execute(() -> ended(begun, made, Optional.ofNullable(fault))));
    }

    private void ended(
            Proposing.Pending begun, Optional<Proposal> made, Optional<Throwable> fault) {
        if (writing.filter(begun::equals).isEmpty()) {
            return;
        }
        writing = Optional.empty();
        state.set(
                fault.<ProposalState>map(found -> new ProposalState.Failed(cause(found)))
                        .orElseGet(() ->
                                made.<ProposalState>map(ProposalState.Offered::new)
                                        .orElseGet(ProposalState.Nothing::new)));
    }

    private static RuntimeException cause(Throwable fault) {
        return switch (fault) {
            case CompletionException wrapped
                    when wrapped.getCause() instanceof RuntimeException cause ->
                    cause;
            case RuntimeException itself -> itself;
            default -> new IllegalStateException(fault);
        };
    }

    /// Ends what is being proposed.
    ///
    /// @return whether there was anything
    public boolean dismiss() {
        pause.cancel();
        // On the worker, before whatever a question has to do there.
        writing.ifPresent(stopped -> lanes.work().execute(stopped::stop));
        writing = Optional.empty();
        boolean any = !(state.get() instanceof ProposalState.Quiet);
        state.set(new ProposalState.Quiet());
        return any;
    }
}
