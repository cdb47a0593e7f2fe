package org.fumikura.app.chat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fumikura.app.feedback.ThumbsView;
import org.fumikura.app.fx.Busy;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.TextSelection;
import org.fumikura.app.fx.UiThread;
import org.fumikura.app.fx.View;
import org.fumikura.app.task.TaskName;
import org.fumikura.app.task.TaskReading;
import org.fumikura.app.text.FailureText;
import org.fumikura.inference.InferenceException;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.task.TaskEvent;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;

/// A question and what came of it.
final class TurnView extends View {
    private final TurnViewModel turn;
    private final ChatViewModel chat;
    private final Messages messages;
    private final UiThread ui;
    private final ChatActions actions;
    private final VBox reply = new VBox(10);
    private final VBox node;
    private final AnswerView answer;

    TurnView(
            TurnViewModel turn,
            ChatViewModel chat,
            Messages messages,
            UiThread ui,
            ChatActions actions) {
        this.turn = turn;
        this.chat = chat;
        this.messages = messages;
        this.ui = ui;
        this.actions = actions;
        answer = new AnswerView(messages, actions, chat);
        VBox bubble = new VBox(Prose.paragraph(turn.question(), Styles.PARAGRAPH));
        bubble.getStyleClass().add(Styles.QUESTION);
        bubble.setMaxWidth(560);
        TextSelection.install(bubble, messages);
        HBox question = new HBox(bubble);
        question.setAlignment(Pos.TOP_RIGHT);
        VBox meaning = new VBox();
        ThoughtsView thoughts = new ThoughtsView(messages, turn.thoughts());
        keep(thoughts::dispose);
        node = new VBox(18, question, thoughts, reply);
        keep(
                turn.understood()
                        .subscribe(understood -> {
                            meaning.getChildren().clear();
                            node.getChildren().remove(meaning);
                            if (!understood.isEmpty()) {
                                meaning.getChildren()
                                        .add(new UnderstoodView(messages, understood, chat::ask));
                                node.getChildren().add(1, meaning);
                            }
                        }));
        keep(
                turn.byWords()
                        .subscribe(byWords -> {
                            if (byWords) {
                                node.getChildren()
                                        .add(
                                                Prose.label(
                                                        messages.get("answer.by-words"),
                                                        Styles.MUTED));
                            }
                        }));
        keep(turn.state().subscribe(this::show));
        keep(turn.id().subscribe(kept -> kept.ifPresent(this::showThumbs)));
    }

    @Override
    public Node node() {
        return node;
    }

    boolean shows(TurnViewModel other) {
        return turn.equals(other);
    }

    private void show(TurnState state) {
        reply.getChildren().setAll(reply(state));
    }

    private void showThumbs(long id) {
        ThumbsView thumbs = new ThumbsView(chat.feedback(), messages, id);
        node.getChildren().add(new VBox(6, thumbs.buttons(), thumbs.form()));
    }

    /// What was said to be under way before goes on saying it, in other words.
    private Busy busy(String text) {
        List<Node> shown = reply.getChildren();
        if (!shown.isEmpty() && shown.getLast() instanceof Busy running) {
            running.say(text);
            return running;
        }
        return new Busy(ui, text);
    }

    private List<Node> reply(TurnState state) {
        return switch (state) {
            case TurnState.Searching _ -> List.of(busy(messages.get("answer.searching")));
            case TurnState.Reading reading ->
                    List.of(busy(messages.get("answer.reading", reading.passages())));
            case TurnState.Trying trying ->
                    List.of(busy(messages.get("answer.trying", trying.done(), trying.all())));
            case TurnState.Thinking _ -> List.of(busy(messages.get("answer.thinking")));
            case TurnState.Writing writing -> {
                Busy busy = busy(messages.get("answer.checking"));
                if (writing.sentences().isEmpty() && writing.draft().isEmpty()) {
                    yield List.of(busy);
                }
                answer.show(writing);
                yield writing.draft().isEmpty() ? List.of(answer, busy) : List.of(answer);
            }
            case TurnState.Preparing _ -> List.of(busy(messages.get("task.preparing")));
            case TurnState.Working(TaskEvent.Progress(var step, int part, int parts)) ->
                    List.of(busy(messages.get("task.progress." + step, part, parts)));
            case TurnState.Incomplete(TaskName task, TaskReading.Need need) ->
                    List.of(
                            new Card(
                                    Styles.CARD_REFUSAL,
                                    Feather.FILE_TEXT,
                                    messages.get("task.incomplete.title"),
                                    messages.get("task.incomplete." + need, "/" + task.word())));
            case TurnState.Done done -> done(done);
            case TurnState.Failed failed -> List.of(failure(failed.fault()));
        };
    }

    private List<Node> done(TurnState.Done done) {
        Answer result = done.answer();
        if (result.verdict() == Answer.Verdict.ABSTAINED) {
            return result.hits().isEmpty()
                    ? List.of(refusal("refusal.nothing", result))
                    : refusalBesideHits(result);
        }
        if (result.sentences().isEmpty() && result.remarks().leftOut().isEmpty()) {
            return List.of(Prose.label(messages.get("answer.stopped-early"), Styles.MUTED));
        }
        answer.show(result, () -> chat.ask(turn.question()));
        return done.files().isEmpty()
                ? List.of(answer)
                : List.of(answer, new FileSaving(messages, done.files()));
    }

    private List<Node> refusalBesideHits(Answer result) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(refusal("refusal.advice", result));
        AnswerView.readWhole(messages, result).ifPresent(nodes::add);
        nodes.add(new HitList(messages, AnswerView.searched(result), result.hits(), actions));
        return nodes;
    }

    private Node refusal(String advice, Answer result) {
        return new Card(
                Styles.CARD_REFUSAL,
                Feather.SEARCH,
                messages.get("refusal.title"),
                messages.get(advice),
                AnswerView.action(messages.get("inspection.title"), () -> actions.inspect(result)));
    }

    private Node failure(RuntimeException fault) {
        FailureText text = FailureText.of(messages, fault);
        boolean models =
                fault instanceof InferenceException e
                        && (e.code() == InferenceException.Code.MODEL_MISSING
                                || e.code() == InferenceException.Code.MODEL_BROKEN);
        Node retry = AnswerView.action(messages.get("answer.try-again"), () -> chat.retry(turn));
        return models
                ? new Card(
                        Styles.CARD_ERROR,
                        Feather.ALERT_CIRCLE,
                        text.title(),
                        text.advice(),
                        AnswerView.action(messages.get("models.open"), actions::setUpModels),
                        retry)
                : new Card(
                        Styles.CARD_ERROR,
                        Feather.ALERT_CIRCLE,
                        text.title(),
                        text.advice(),
                        retry);
    }
}
