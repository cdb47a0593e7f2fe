package org.fumikura.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.fumikura.app.fx.Busy;
import org.fumikura.app.fx.PanelHead;
import org.fumikura.app.fx.PanelPage;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.UiThread;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.feedback.Comparison.Preference;
import org.fumikura.rag.feedback.Tally;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.jspecify.annotations.Nullable;

/// Two answers side by side: choosing what is compared, waiting, judging, and who it was.
public final class CompareView extends View {
    private static final int ROWS = 3;

    private final CompareViewModel model;
    private final Messages messages;
    private final UiThread ui;
    private final Function<Answer, Node> answers;
    private final VBox page = new VBox(14);
    private final VBox node = new VBox();
    private final TextArea question = new TextArea();
    private final List<Node> choosing;

    /// @param answers shows an answer without saying whose it is
    /// @param close leaves the comparison
    public CompareView(
            CompareViewModel model,
            Messages messages,
            UiThread ui,
            Function<Answer, Node> answers,
            Runnable close) {
        this.model = model;
        this.messages = messages;
        this.ui = ui;
        this.answers = answers;
        choosing = choosing();
        node.setId("compare");
        node.getChildren()
                .addAll(
                        new PanelHead(messages, messages.get("compare.title"), close),
                        new PanelPage(0, page));
        keep(model.state().subscribe(this::show));
    }

    @Override
    public Node node() {
        return node;
    }

    /// Puts the cursor into the field for the question.
    public void focusField() {
        question.requestFocus();
        question.selectAll();
    }

    private void show(CompareState state) {
        page.getChildren()
                .setAll(
                        switch (state) {
                            case CompareState.Choosing _ -> choosing;
                            case CompareState.Writing(int which) -> writing(which);
                            case CompareState.Judging shown -> judging(shown);
                            case CompareState.Told told -> told(told);
                            case CompareState.Failed(RuntimeException fault) -> failed(fault);
                        });
    }

    private List<Node> choosing() {
        question.setId("compare-question");
        question.setPromptText(messages.get("compare.question"));
        question.setAccessibleText(messages.get("compare.question"));
        question.setWrapText(true);
        question.setPrefRowCount(ROWS);
        question.textProperty().bindBidirectional(model.question());
        keep(() -> question.textProperty().unbindBidirectional(model.question()));
        Button start = new Button(messages.get("compare.start"));
        start.setId("compare-start");
        start.setOnAction(_ -> model.start());
        keep(model.mayStart().subscribe(may -> start.setDisable(!may)));
        Label why = Prose.label("", Styles.MUTED);
        Runnable explain = () -> why.setText(hindrance());
        keep(model.answering().subscribe(_ -> explain.run()));
        keep(model.offered().subscribe(_ -> explain.run()));
        return List.of(
                Prose.label(messages.get("compare.about"), Styles.MUTED),
                question,
                side("compare.one", model.one()),
                side("compare.other", model.other()),
                start,
                why);
    }

    /// Why nothing can be compared now, whatever is asked.
    private String hindrance() {
        if (model.offered().get().isEmpty()) {
            return messages.get("compare.no-model");
        }
        return model.answering().get() ? messages.get("compare.answering") : "";
    }

    private Node side(String key, ObjectProperty<Optional<Side>> chosen) {
        ComboBox<Side> box = new ComboBox<>();
        box.setId(key.replace('.', '-'));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(messages.get(key));
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Side side) {
                        return side == null ? "" : SideText.of(messages, side);
                    }

                    @Override
                    public Side fromString(String words) {
                        throw new UnsupportedOperationException("nothing is typed here");
                    }
                });
        keep(
                model.offered()
                        .subscribe(offered -> {
                            box.getItems().setAll(offered);
                            chosen.get().ifPresent(box::setValue);
                        }));
        keep(chosen.subscribe(side -> side.ifPresent(box::setValue)));
        // While the items are replaced there is no value for a moment.
        box.setOnAction(_ ->
                Optional.ofNullable(box.getValue())
                        .ifPresent(side -> chosen.set(Optional.of(side))));
        return new VBox(4, Prose.label(messages.get(key), Styles.FILE_NAME), box);
    }

    private List<Node> writing(int which) {
        Button cancel = new Button(messages.get("compare.cancel"));
        cancel.setId("compare-cancel");
        cancel.setOnAction(_ -> model.cancel());
        return List.of(question(), new Busy(ui, messages.get("compare.writing", which)), cancel);
    }

    private List<Node> judging(CompareState.Judging shown) {
        TextField reason = new TextField();
        reason.setId("compare-reason");
        reason.setPromptText(messages.get("compare.reason"));
        reason.setAccessibleText(messages.get("compare.reason"));
        FlowPane buttons = new FlowPane(8, 8);
        for (Preference preference : Preference.values()) {
            Button button = new Button(messages.get("compare.prefer." + preference));
            button.setId("compare-" + preference);
            button.setOnAction(_ -> model.judge(preference, reason.getText()));
            buttons.getChildren().add(button);
        }
        return List.of(question(), sideBySide(shown, "A", "B"), reason, buttons);
    }

    private Node question() {
        return Prose.label(model.question().get().strip(), Styles.FILE_NAME);
    }

    private Node sideBySide(CompareState.Judging shown, String a, String b) {
        GridPane both = new GridPane(20, 8);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        both.getColumnConstraints().addAll(half, half);
        RowConstraints top = new RowConstraints();
        top.setValignment(VPos.TOP);
        both.getRowConstraints().addAll(top, top);
        both.addRow(0, Prose.label(a, Styles.PANEL_TITLE), Prose.label(b, Styles.PANEL_TITLE));
        both.addRow(1, answers.apply(shown.a()), answers.apply(shown.b()));
        return both;
    }

    private List<Node> told(CompareState.Told told) {
        var parts = new ArrayList<Node>();
        parts.add(question());
        parts.add(sideBySide(told.judged(), was("A", told.a()), was("B", told.b())));
        parts.add(Prose.label(messages.get("compare.tally"), Styles.FILE_NAME));
        for (Tally tally : told.tallies()) {
            parts.add(
                    Prose.label(
                            messages.get(
                                    "compare.tally.line",
                                    SideText.of(messages, Side.of(tally.one())),
                                    tally.ones(),
                                    SideText.of(messages, Side.of(tally.other())),
                                    tally.others(),
                                    tally.both(),
                                    tally.neither())));
        }
        parts.add(again());
        return parts;
    }

    private String was(String letter, Side side) {
        return messages.get("compare.was", letter, SideText.of(messages, side));
    }

    private List<Node> failed(RuntimeException fault) {
        FailureText text = FailureText.of(messages, fault);
        return List.of(
                Prose.label(text.title(), Styles.STATE_BAD),
                Prose.label(text.advice(), Styles.MUTED),
                again());
    }

    private Node again() {
        Button again = new Button(messages.get("compare.again"));
        again.setId("compare-again");
        again.setOnAction(_ -> model.startAnew());
        HBox row = new HBox(again);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
