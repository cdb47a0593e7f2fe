package org.fumikura.app.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.IconButton;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.SystemClipboard;
import org.fumikura.app.fx.TextSelection;
import org.fumikura.app.questions.JudgeButtons;
import org.fumikura.app.questions.JudgedPages;
import org.fumikura.app.viewer.Place;
import org.fumikura.inference.remote.Endpoint;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Language;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;

/// A written answer, or as much of it as there is: text with citations, references, what can be
/// done with it.
public final class AnswerView extends VBox {
    private final Messages messages;
    private final ChatActions actions;
    private final ChatViewModel chat;
    private final VBox text = new VBox(10);

    public AnswerView(Messages messages, ChatActions actions, ChatViewModel chat) {
        super(10);
        this.messages = messages;
        this.actions = actions;
        this.chat = chat;
        text.getStyleClass().add(Styles.ANSWER);
        TextSelection.install(text, messages);
        getChildren().add(text);
    }

    void show(TurnState.Writing writing) {
        render(AnswerMarkup.of(writing.sentences(), writing.draft()), writing.citations());
    }

    /// Shows an answer without what could tell who wrote it, and how.
    public void showUnsigned(Answer answer) {
        if (answer.verdict() == Answer.Verdict.ABSTAINED) {
            text.getChildren()
                    .setAll(Prose.paragraph(messages.get("refusal.title"), Styles.PARAGRAPH));
            return;
        }
        render(AnswerMarkup.of(answer.sentences(), ""), answer.citations());
        if (!answer.citations().isEmpty()) {
            getChildren().add(references(answer));
        }
    }

    void show(Answer answer, Runnable askAgain) {
        render(AnswerMarkup.of(answer.sentences(), ""), answer.citations());
        // What a screen reader says: the answer as a whole, once it is whole.
        text.setAccessibleRole(AccessibleRole.TEXT);
        text.setAccessibleText(answer.text());
        getChildren().setAll(text);
        if (!answer.searched().isEmpty()) {
            getChildren()
                    .addFirst(
                            Prose.label(
                                    messages.get("answer.searched", answer.searched()),
                                    Styles.MUTED));
        }
        if (!answer.remarks().before().isEmpty()) {
            getChildren().add(Prose.label(messages.get("answer.revised"), Styles.MUTED));
        }
        readWhole(messages, answer).ifPresent(getChildren()::add);
        if (!answer.remarks().contradictions().isEmpty()) {
            getChildren()
                    .add(
                            SideBySide.ofContradictions(
                                    messages, actions, answer.remarks().contradictions()));
        }
        if (!answer.remarks().alternatives().isEmpty()) {
            getChildren()
                    .add(
                            SideBySide.ofAlternatives(
                                    messages, actions, answer.remarks().alternatives()));
        }
        if (!answer.remarks().leftOut().isEmpty()) {
            getChildren().add(new LeftOutView(messages, answer.remarks().leftOut()));
        }
        if (!answer.citations().isEmpty()) {
            getChildren().add(references(answer));
        }
        getChildren().add(foot(answer, askAgain));
    }

    /// Says which document was read from beginning to end, where one was.
    static Optional<Node> readWhole(Messages messages, Answer answer) {
        return answer.remarks()
                .readWhole()
                .map(file ->
                        Prose.label(messages.get("answer.read-whole", file.title()), Styles.MUTED));
    }

    private void render(String markup, List<Citation> citations) {
        List<Place> places = citations.stream().map(Place::of).toList();
        MarkdownInlines inlines =
                new MarkdownInlines(
                        number -> chip(citations, places, number),
                        () -> SupportMark.unsupported(messages),
                        () -> SupportMark.own(messages));
        text.getChildren().setAll(new MarkdownBlocks(inlines).render(markup));
    }

    private Node chip(List<Citation> citations, List<Place> places, int number) {
        for (int i = 0; i < citations.size(); i++) {
            if (citations.get(i).number() == number) {
                int which = i;
                return new CitationChip(
                        messages, citations.get(i), () -> actions.openPlaces(places, which));
            }
        }
        return new Label("[" + number + "]");
    }

    private Node references(Answer answer) {
        List<Citation> citations = answer.citations();
        List<Place> places = citations.stream().map(Place::of).toList();
        List<Node> links = new ArrayList<>();
        for (int i = 0; i < citations.size(); i++) {
            int which = i;
            Citation citation = citations.get(i);
            Hyperlink link =
                    new Hyperlink(
                            "["
                                    + citation.number()
                                    + "] "
                                    + AnswerCopy.reference(messages, citation));
            link.getStyleClass().add(Styles.REFERENCE);
            link.setMinWidth(0);
            // A file's name keeps its underscores.
            link.setMnemonicParsing(false);
            link.setOnAction(_ -> {
                link.setVisited(false);
                actions.openPlaces(places, which);
            });
            link.setMaxWidth(Double.MAX_VALUE);
            link.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(link, Priority.ALWAYS);
            HBox source =
                    new HBox(
                            6,
                            link,
                            new JudgeButtons(
                                    actions.questions(),
                                    messages,
                                    searched(answer),
                                    JudgedPages.of(citation)));
            source.setAlignment(Pos.CENTER_LEFT);
            source.getStyleClass().add(Styles.SOURCE);
            links.add(source);
            if (Language.of(citation.quote()) != answer.language()) {
                links.add(new TranslationView(messages, citation, answer.language(), chat));
            }
        }
        VBox list = new VBox(2);
        list.getChildren().setAll(links);
        return list;
    }

    /// The question as it stands alone: what its pages are judged for.
    static String searched(Answer answer) {
        return answer.searched().isEmpty() ? answer.question() : answer.searched();
    }

    private Node foot(Answer answer, Runnable askAgain) {
        Label about = new Label(about(answer));
        about.getStyleClass()
                .add(Endpoint.isLabel(answer.model()) ? Styles.STATE_BAD : Styles.MUTED);
        about.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        IconButton copy =
                new IconButton(
                        Feather.COPY,
                        messages.get("answer.copy"),
                        () -> SystemClipboard.put(AnswerCopy.of(messages, answer)));
        IconButton again =
                new IconButton(Feather.REFRESH_CW, messages.get("answer.ask-again"), askAgain);
        IconButton how =
                new IconButton(
                        Feather.ACTIVITY,
                        messages.get("inspection.title"),
                        () -> actions.inspect(answer));
        HBox foot = new HBox(2, copy, again, how, space, about);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add(Styles.ANSWER_FOOT);
        return foot;
    }

    private String about(Answer answer) {
        if (answer.model().isEmpty() && answer.verdict() != Answer.Verdict.STOPPED) {
            return "";
        }
        String seconds = String.format(Locale.ROOT, "%.1f", answer.timings().totalMs() / 1000.0);
        return answer.verdict() == Answer.Verdict.STOPPED
                ? messages.get("answer.stopped")
                : messages.get(
                        Endpoint.isLabel(answer.model())
                                ? "answer.about-elsewhere"
                                : "answer.about",
                        answer.model(),
                        seconds);
    }

    /// A button for a card below an answer.
    static Button action(String text, Runnable action) {
        Button button = new Button(text);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
