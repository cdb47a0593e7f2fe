package org.fumikura.app.questions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.fumikura.app.fx.IconMenu;
import org.fumikura.app.fx.PanelHead;
import org.fumikura.app.fx.PanelPage;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.View;
import org.fumikura.app.text.FailureText;
import org.fumikura.rag.feedback.JudgedQuestion;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The panel of the question set: the questions, to be edited, and which setting finds most of
/// their pages.
public final class QuestionsView extends View {
    private final QuestionsViewModel model;
    private final Messages messages;
    private final Button compare;
    private final ProgressBar progress = new ProgressBar();
    private final VBox outcome = new VBox(8);
    private final VBox cards = new VBox(8);
    private final VBox node = new VBox();

    public QuestionsView(QuestionsViewModel model, Messages messages, Runnable close) {
        this.model = model;
        this.messages = messages;
        compare = new Button(messages.get("questions.compare"), new FontIcon(Feather.BAR_CHART_2));
        compare.setId("questions-compare");
        compare.setOnAction(_ -> model.compare());
        progress.setMaxWidth(Double.MAX_VALUE);
        node.setId("questions");
        node.getStyleClass().add(Styles.PANEL);
        node.getChildren()
                .addAll(
                        new PanelHead(messages, messages.get("questions.title"), close, menu()),
                        new PanelPage(
                                12,
                                Prose.label(messages.get("questions.about"), Styles.MUTED),
                                compare,
                                outcome,
                                cards));
        keep(model.questions().subscribe(this::list));
        keep(model.state().subscribe(this::show));
    }

    @Override
    public Node node() {
        return node;
    }

    private IconMenu menu() {
        MenuItem export = new MenuItem(messages.get("questions.export"));
        export.setOnAction(_ -> exported().ifPresent(model::exportTo));
        MenuItem take = new MenuItem(messages.get("questions.import"));
        take.setOnAction(_ -> imported().ifPresent(model::importFrom));
        return new IconMenu(Feather.MORE_HORIZONTAL, messages.get("questions.menu"), export, take);
    }

    private Optional<Path> exported() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("questions.export"));
        chooser.setInitialFileName("fumikura-questions");
        return Optional.ofNullable(chooser.showSaveDialog(node.getScene().getWindow()))
                .map(java.io.File::toPath);
    }

    private Optional<Path> imported() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.get("questions.import"));
        return Optional.ofNullable(chooser.showDialog(node.getScene().getWindow()))
                .map(java.io.File::toPath);
    }

    private void list(List<JudgedQuestion> questions) {
        List<Node> listed = new ArrayList<>();
        listed.add(
                Prose.label(messages.get("questions.count", questions.size()), Styles.CARD_TITLE));
        questions.forEach(question -> listed.add(new QuestionCard(model, messages, question)));
        cards.getChildren().setAll(listed);
        enable();
    }

    private void enable() {
        compare.setDisable(
                model.isComparing()
                        || model.questions().get().stream()
                                .noneMatch(JudgedQuestion::hasRightPage));
    }

    private void show(QuestionsState state) {
        enable();
        outcome.getChildren()
                .setAll(
                        switch (state) {
                            case QuestionsState.Idle _ -> List.of();
                            case QuestionsState.Comparing(int done, int total) ->
                                    comparing(done, total);
                            case QuestionsState.Compared(var table) ->
                                    List.of(new ComparisonView(messages, table));
                            case QuestionsState.Stopped _ -> note("questions.stopped");
                            case QuestionsState.Exported(Path folder, int questions) ->
                                    note("questions.exported", questions, folder.toString());
                            case QuestionsState.Exists(Path folder) ->
                                    note("cli.archive.exists", folder.toString());
                            case QuestionsState.Imported(Path folder, int questions) ->
                                    note("questions.imported", questions, folder.toString());
                            case QuestionsState.Failed(RuntimeException fault) -> {
                                FailureText text = FailureText.of(messages, fault);
                                yield List.of(
                                        Prose.label(text.title(), Styles.STATE_BAD),
                                        Prose.label(text.advice(), Styles.MUTED));
                            }
                        });
        outcome.setManaged(!outcome.getChildren().isEmpty());
    }

    private List<Node> comparing(int done, int total) {
        progress.setProgress(
                total == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / total);
        progress.setAccessibleText(messages.get("questions.comparing", done, total));
        Button stop = new Button(messages.get("questions.stop"), new FontIcon(Feather.X));
        stop.getStyleClass().add(atlantafx.base.theme.Styles.SMALL);
        stop.setOnAction(_ -> model.stop());
        return List.of(
                Prose.label(messages.get("questions.comparing", done, total), Styles.MUTED),
                progress,
                stop);
    }

    private List<Node> note(String key, Object... arguments) {
        return List.of(Prose.label(messages.get(key, arguments), Styles.NOTE));
    }
}
