package org.fumikura.app.chat;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fumikura.app.feedback.FeedbackViewModel;
import org.fumikura.app.fx.FrameBatcher;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.task.TaskLine;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerEvent;
import org.fumikura.rag.answer.Exchange;
import org.fumikura.rag.answer.Grounding;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.answer.Question;
import org.fumikura.rag.chat.Conversation;
import org.fumikura.rag.chat.Conversations;
import org.fumikura.rag.chat.Turn;

/// The open conversation: its turns, and asking. One question is answered at a time; the answer
/// goes on, and is kept, while the person looks at another conversation. On the UI thread.
public final class ChatViewModel {
    private record Running(
            TurnViewModel turn, Optional<Conversation> conversation, Runnable stop) {}

    private final Lanes lanes;
    private final Asking asking;
    private final Conversations conversations;
    private final FeedbackViewModel feedback;
    private final ConversationsViewModel list;
    private final ScopeViewModel scope;
    private final ChatTasks tasks;
    private final DraftViewModel draft;
    private final Supplier<Optional<DocumentId>> inView;
    private final ObservableList<TurnViewModel> turns = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ChatState> state =
            new ReadOnlyObjectWrapper<>(new ChatState.Blank());
    private final ReadOnlyObjectWrapper<Grounding> grounding =
            new ReadOnlyObjectWrapper<>(Grounding.STRICT);
    private final ReadOnlyBooleanWrapper answering = new ReadOnlyBooleanWrapper();
    private Optional<Conversation> conversation = Optional.empty();
    private Optional<Running> running = Optional.empty();
    private boolean stopWanted;

    /// @param list follows what is asked here, and says which conversation is open
    /// @param scope where answers are looked for
    /// @param calls what can be called after a slash
    /// @param inView the document that the person looks at
    public ChatViewModel(
            Lanes lanes,
            Asking asking,
            Conversations conversations,
            FeedbackViewModel feedback,
            ConversationsViewModel list,
            ScopeViewModel scope,
            Calls calls,
            Supplier<Optional<DocumentId>> inView) {
        this.lanes = lanes;
        this.asking = asking;
        this.conversations = conversations;
        this.feedback = feedback;
        this.list = list;
        this.scope = scope;
        this.tasks = calls.tasks();
        this.inView = inView;
        draft = new DraftViewModel(lanes, asking, scope, calls, this::moment);
        list.open().subscribe(this::show);
    }

    public ObservableList<TurnViewModel> turns() {
        return turns;
    }

    public ReadOnlyObjectProperty<ChatState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether a question is being answered, here or in another conversation.
    public ReadOnlyBooleanProperty answering() {
        return answering.getReadOnlyProperty();
    }

    /// What the person thinks of answers.
    public FeedbackViewModel feedback() {
        return feedback;
    }

    /// Where answers are looked for.
    public ScopeViewModel scope() {
        return scope;
    }

    /// What the next answers of this conversation may rest on.
    public ReadOnlyObjectProperty<Grounding> grounding() {
        return grounding.getReadOnlyProperty();
    }

    /// Changes what the next answers of this conversation may rest on; it is remembered with it.
    public void choose(Grounding chosen) {
        if (chosen == grounding.get()) {
            return;
        }
        grounding.set(chosen);
        conversation.ifPresent(open ->
                lanes.fetch(
                        () -> {
                            conversations.ground(open.id(), chosen);
                            return chosen;
                        },
                        _ -> list.refresh(),
                        fault -> state.set(new ChatState.Unreadable(fault))));
    }

    /// What is typed and not yet asked.
    public DraftViewModel draft() {
        return draft;
    }

    private Optional<DraftViewModel.Moment> moment() {
        return answering.get()
                ? Optional.empty()
                : Optional.of(new DraftViewModel.Moment(history(), grounding.get()));
    }

    /// Asks what is typed, if it has words and nothing is being answered.
    public void askDraft() {
        if (!draft.text().get().isBlank() && !answering.get()) {
            ask(draft.take());
        }
    }

    /// Asks a question, or does the task that the text calls, unless another is being answered.
    public void ask(String text) {
        if (answering.get()) {
            return;
        }
        draft.settle();
        TaskLine.read(text).ifPresentOrElse(line -> perform(text, line), () -> answer(text));
    }

    private void answer(String text) {
        List<Exchange> history = history();
        Optional<String> collection = scope.chosen().get();
        Grounding restsOn = grounding.get();
        Optional<Conversation> before = conversation;
        TurnViewModel turn = begin(text);
        FrameBatcher<AnswerEvent> events =
                new FrameBatcher<>(lanes.ui(), batch -> heard(turn, batch));
        lanes.fetch(
                () -> {
                    Question question =
                            scope.question(
                                    text, collection, history, asking.manners().apply(restsOn));
                    Conversation home = before.orElseGet(() -> conversations.start(text, restsOn));
                    return new Running(
                            turn, Optional.of(home), asking.answerer().ask(question, events)::stop);
                },
                started -> started(started, before),
                fault -> heard(turn, List.of(new AnswerEvent.Failed(fault))));
    }

    private void perform(String text, TaskLine line) {
        Optional<Conversation> before = conversation;
        Optional<DocumentId> seen = inView.get();
        Grounding chosen = grounding.get();
        TurnViewModel turn = begin(text);
        turn.reach(new TurnState.Preparing());
        FrameBatcher<TurnState> states =
                new FrameBatcher<>(lanes.ui(), batch -> reached(turn, batch.getLast()));
        lanes.fetch(
                () ->
                        tasks.start(text, line, seen, states)
                                .map(stop ->
                                        new Running(
                                                turn,
                                                Optional.of(
                                                        before.orElseGet(() ->
                                                                conversations.start(text, chosen))),
                                                stop))
                                .orElseGet(() -> new Running(turn, before, () -> {})),
                started -> started(started, before),
                fault -> reached(turn, new TurnState.Failed(fault)));
    }

    private TurnViewModel begin(String text) {
        TurnViewModel turn = new TurnViewModel(text, grounding.get());
        turns.add(turn);
        state.set(new ChatState.Talking());
        stopWanted = false;
        answering.set(true);
        return turn;
    }

    /// Asks the question of a turn that failed once more, in its place.
    public void retry(TurnViewModel turn) {
        if (!answering.get()) {
            turns.remove(turn);
            ask(turn.question());
        }
    }

    /// Has a quotation translated, after what is being answered.
    ///
    /// @param done hears the translation; nothing if there is none
    public void translate(String quote, Language into, Consumer<Optional<String>> done) {
        asking.answerer()
                .translate(quote, into)
                .whenComplete((made, fault) -> {
                    Optional<String> heard = fault == null ? made : Optional.empty();
                    lanes.ui().execute(() -> done.accept(heard));
                });
    }

    /// Stops the answer at once; what was written is kept.
    public void stop() {
        stopWanted = answering.get();
        running.ifPresent(now -> lanes.work().execute(now.stop()));
    }

    /// Stops the answer and forgets the draft: the window goes.
    public void close() {
        draft.settle();
        stop();
    }

    /// Turns to a new, empty conversation.
    public void startNew() {
        list.startNew();
        if (conversation.isEmpty()) {
            show(conversation);
        }
    }

    private void started(Running started, Optional<Conversation> before) {
        if (before.isEmpty() && conversation.isEmpty() && turns.contains(started.turn())) {
            conversation = started.conversation();
            started.conversation().ifPresent(list::open);
        }
        list.refresh();
        if (started.turn().state().get().isOver()) {
            keep(started);
        } else {
            running = Optional.of(started);
            if (stopWanted) {
                stop();
            }
        }
    }

    private void heard(TurnViewModel turn, List<AnswerEvent> events) {
        turn.apply(events);
        settle(turn);
    }

    private void reached(TurnViewModel turn, TurnState next) {
        turn.reach(next);
        settle(turn);
    }

    private void settle(TurnViewModel turn) {
        if (turn.state().get().isOver()) {
            answering.set(false);
            running.filter(now -> now.turn().equals(turn)).ifPresent(this::keep);
            running = Optional.empty();
        }
    }

    private void keep(Running over) {
        if (over.turn().state().get() instanceof TurnState.Done done) {
            over.conversation()
                    .ifPresent(home ->
                            lanes.fetch(
                                    () ->
                                            conversations.append(
                                                    home.id(), done.answer(), done.files()),
                                    kept -> {
                                        over.turn().keptAs(kept);
                                        list.refresh();
                                    },
                                    fault ->
                                            over.turn()
                                                    .apply(
                                                            List.of(
                                                                    new AnswerEvent.Failed(
                                                                            fault)))));
        }
    }

    private void show(Optional<Conversation> chosen) {
        if (id(chosen).equals(id(conversation)) && (chosen.isPresent() || turns.isEmpty())) {
            return;
        }
        conversation = chosen;
        grounding.set(chosen.map(Conversation::grounding).orElse(Grounding.STRICT));
        turns.clear();
        if (chosen.isEmpty()) {
            state.set(new ChatState.Blank());
            return;
        }
        state.set(new ChatState.Loading());
        lanes.fetch(
                () -> conversations.turns(chosen.get().id()),
                found -> loaded(chosen, found),
                fault -> state.set(new ChatState.Unreadable(fault)));
    }

    private void loaded(Optional<Conversation> chosen, List<Turn> found) {
        if (!id(chosen).equals(id(conversation))) {
            return;
        }
        turns.setAll(found.stream().map(TurnViewModel::new).toList());
        running.filter(now -> id(now.conversation()).equals(id(chosen)))
                .ifPresent(now -> turns.add(now.turn()));
        state.set(turns.isEmpty() ? new ChatState.Blank() : new ChatState.Talking());
    }

    private List<Exchange> history() {
        return turns.stream()
                .map(turn -> turn.state().get())
                .filter(TurnState.Done.class::isInstance)
                .map(done -> ((TurnState.Done) done).answer())
                .filter(answer -> !answer.prompt().isEmpty())
                .map(ChatViewModel::exchange)
                .toList();
    }

    private static Exchange exchange(Answer answer) {
        String understood = answer.remarks().understood();
        return new Exchange(
                understood.isEmpty() ? answer.question() : understood,
                answer.prompt(),
                answer.reply());
    }

    private static Optional<Long> id(Optional<Conversation> conversation) {
        return conversation.map(Conversation::id);
    }
}
