package org.fumikura.app.search;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Busy;
import org.fumikura.app.fx.PanelHead;
import org.fumikura.app.fx.PanelPage;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.UiThread;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.app.text.InspectionText;
import org.fumikura.app.text.QueryText;
import org.fumikura.app.text.WhereaboutsText;
import org.fumikura.rag.search.Inspection;
import org.fumikura.rag.search.Inspection.Inspected;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// The panel that says how something was found, and why a file was not.
public final class InspectionView extends View {
    private final Messages messages;
    private final UiThread ui;
    private final TextField file = new TextField();
    private final VBox told = new VBox(10);
    private final VBox files = new VBox(8);
    private final VBox node = new VBox();

    public InspectionView(
            InspectionViewModel model, Messages messages, UiThread ui, Runnable close) {
        this.messages = messages;
        this.ui = ui;
        file.setId("inspection-file");
        file.setPromptText(messages.get("inspection.file"));
        file.setAccessibleText(messages.get("inspection.file"));
        file.setOnAction(_ -> model.askWhy(file.getText()));
        VBox why = new VBox(4, Prose.label(messages.get("inspection.why"), Styles.FILE_NAME), file);
        node.getStyleClass().add(Styles.PANEL);
        node.setId("inspection");
        node.getChildren()
                .addAll(
                        new PanelHead(messages, messages.get("inspection.title"), close),
                        new PanelPage(14, why, files, told));
        keep(model.state().subscribe(this::show));
        keep(model.state().subscribe(this::showFiles));
    }

    @Override
    public Node node() {
        return node;
    }

    private void show(InspectionState state) {
        told.getChildren()
                .setAll(
                        switch (state) {
                            case InspectionState.Searching _ ->
                                    List.of(new Busy(ui, messages.get("inspection.searching")));
                            case InspectionState.Told all -> told(all);
                            case InspectionState.Unclear(var reading) ->
                                    List.of(
                                            Prose.label(
                                                    QueryText.problem(messages, reading)
                                                            .orElse("")));
                            case InspectionState.Failed(var fault) -> {
                                FailureText text = FailureText.of(messages, fault);
                                yield List.of(
                                        Prose.label(text.title(), Styles.CARD_TITLE),
                                        Prose.label(text.advice()));
                            }
                        });
    }

    private void showFiles(InspectionState state) {
        files.getChildren().clear();
        if (state instanceof InspectionState.Told all) {
            all.files()
                    .forEach(found ->
                            files.getChildren()
                                    .add(
                                            Prose.label(
                                                    WhereaboutsText.of(messages, all.name(), found),
                                                    Styles.NOTE)));
        }
    }

    private List<Node> told(InspectionState.Told all) {
        List<Node> lines = new ArrayList<>();
        lines.add(query(all.inspection()));
        InspectionText.passages(all.inspection()).forEach(found -> lines.add(passage(found)));
        return lines;
    }

    private Node query(Inspection inspection) {
        VBox box = new VBox(4);
        box.getStyleClass().add(Styles.MODEL);
        InspectionText.query(messages, inspection)
                .forEach(line -> box.getChildren().add(Prose.label(line)));
        return box;
    }

    private Node passage(Inspected found) {
        Label fate = Prose.label(InspectionText.fate(messages, found), Styles.FILE_NAME);
        Label place =
                Prose.label(
                        messages.get(
                                "search.file-page",
                                found.hit().source().title(),
                                found.hit().ranked().passage().page()));
        Label ranks = Prose.label(InspectionText.ranks(messages, found), Styles.MUTED);
        VBox box = new VBox(2, fate, place, ranks);
        box.getStyleClass().add(Styles.MODEL);
        return box;
    }
}
