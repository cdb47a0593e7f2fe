package org.fumikura.app.window;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.View;
import org.fumikura.app.library.CoverageText;
import org.fumikura.app.library.FilePicker;
import org.fumikura.app.models.SetupView;
import org.fumikura.ui.Assets;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What an empty conversation shows: the three steps to a first answer, and, once they are done,
/// only the invitation to ask.
final class WelcomeView extends View {
    private static final List<String> QUESTIONS =
            List.of("welcome.question.1", "welcome.question.2", "welcome.question.3");

    private final MainViewModel model;
    private final Messages messages;
    private final SetupView setup;
    private final VBox column = new VBox(10);
    private final Label coverage = Prose.label("", Styles.MUTED);
    private final ScrollPane node = new ScrollPane();

    WelcomeView(MainViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setup = new SetupView(model.models(), messages, SetupView.Detail.MODELS_AND_ACTIONS);
        coverage.setId("welcome-coverage");
        column.setMaxWidth(640);
        column.getStyleClass().add(Styles.WELCOME);
        StackPane middle = new StackPane(column);
        node.setContent(middle);
        node.setFitToWidth(true);
        node.setFitToHeight(true);
        node.setId("welcome");
        node.getStyleClass().add(atlantafx.base.theme.Styles.FLAT);
        keep(model.welcome().state().subscribe(this::show));
        keep(
                model.library()
                        .coverage()
                        .subscribe(now -> coverage.setText(CoverageText.line(messages, now))));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void dispose() {
        super.dispose();
        setup.dispose();
    }

    private void show(WelcomeState state) {
        column.getChildren().setAll(heading(state.isReady() ? "ready" : "first"));
        if (!state.isReady()) {
            column.getChildren()
                    .addAll(
                            step(1, state.models(), "models", setup.node()),
                            step(2, state.documents(), "documents", documents(state)),
                            step(3, false, "ask", questions(state)));
        } else if (state.samples()) {
            column.getChildren().add(questions(state));
        }
    }

    private Node heading(String variant) {
        ImageView icon = new ImageView(new Image(Assets.icons().getLast().toExternalForm()));
        icon.setFitWidth(44);
        icon.setFitHeight(44);
        icon.setSmooth(true);
        Label title = Prose.label(messages.get("welcome.title." + variant), Styles.WELCOME_TITLE);
        Label text = Prose.label(messages.get("welcome.text." + variant), Styles.MUTED);
        text.setAlignment(Pos.CENTER);
        text.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        VBox heading = new VBox(6, icon, title, text);
        heading.setAlignment(Pos.CENTER);
        VBox.setMargin(text, new javafx.geometry.Insets(0, 0, 8, 0));
        return heading;
    }

    private Node step(int number, boolean done, String name, Node content) {
        StackPane sign =
                new StackPane(
                        done
                                ? new FontIcon(Feather.CHECK)
                                : new Label(messages.get("welcome.number", number)));
        sign.getStyleClass().add(Styles.STEP_NUMBER);
        Label title = Prose.label(messages.get("welcome." + name + ".title"), Styles.STEP_TITLE);
        VBox body = new VBox(8, title, content);
        HBox.setHgrow(body, Priority.ALWAYS);
        HBox step = new HBox(14, sign, body);
        step.getStyleClass().add(Styles.STEP);
        if (done) {
            step.getStyleClass().add(Styles.STEP_DONE);
        }
        return step;
    }

    private Node documents(WelcomeState state) {
        VBox box = new VBox(10);
        if (state.documents()) {
            box.getChildren().add(coverage);
            return box;
        }
        FilePicker picker = new FilePicker(messages, model.library()::prepare);
        Button samples =
                new Button(messages.get("welcome.samples"), new FontIcon(Feather.BOOK_OPEN));
        samples.setId("add-samples");
        samples.setOnAction(_ -> model.welcome().addSamples());
        Button files = new Button(messages.get("library.add-files"));
        files.setOnAction(_ -> model.drop(picker.files(node.getScene().getWindow())));
        Button folder = new Button(messages.get("library.add-folder"));
        folder.setOnAction(_ -> model.drop(picker.folder(node.getScene().getWindow())));
        FlowPane buttons = new FlowPane(8, 8, samples, files, folder);
        box.getChildren()
                .addAll(Prose.label(messages.get("welcome.documents.text"), Styles.MUTED), buttons);
        return box;
    }

    private Node questions(WelcomeState state) {
        VBox box = new VBox(8);
        if (!state.samples() && state.documents()) {
            box.getChildren().add(Prose.label(messages.get("welcome.ask.own"), Styles.MUTED));
            return box;
        }
        for (String key : QUESTIONS) {
            Button question = new Button(messages.get(key));
            question.setWrapText(true);
            question.setMaxWidth(Double.MAX_VALUE);
            question.setGraphic(new FontIcon(Feather.MESSAGE_CIRCLE));
            question.getStyleClass().add(Styles.SUGGESTION);
            question.setDisable(!state.isReady());
            question.setOnAction(_ -> model.chat().ask(question.getText()));
            box.getChildren().add(question);
        }
        return box;
    }
}
