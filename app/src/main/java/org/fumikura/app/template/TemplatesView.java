package org.fumikura.app.template;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.IconButton;
import org.fumikura.app.fx.Prose;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;

/// The person's templates among the settings: a list, and a form in the place of the one that is
/// edited.
public final class TemplatesView extends VBox {
    private static final int ROWS = 4;

    private final TemplatesViewModel model;
    private final Messages messages;
    private final VBox list = new VBox(4);

    public TemplatesView(TemplatesViewModel model, Messages messages) {
        super(6);
        this.model = model;
        this.messages = messages;
        setId("templates");
        getChildren()
                .addAll(
                        Prose.label(messages.get("templates.title"), Styles.FILE_NAME),
                        Prose.label(messages.get("templates.about"), Styles.MUTED),
                        list);
        show();
    }

    private void show() {
        list.getChildren().clear();
        for (PromptTemplate template : model.templates().get().all()) {
            list.getChildren().add(row(template));
        }
        Button fresh = new Button(messages.get("templates.new"));
        fresh.setId("templates-new");
        fresh.setOnAction(_ -> edit(fresh, Optional.empty()));
        list.getChildren().add(fresh);
    }

    private Node row(PromptTemplate template) {
        Label name = new Label("/" + template.name());
        name.setMnemonicParsing(false);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(4, name);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren()
                .addAll(
                        new IconButton(
                                Feather.EDIT_2,
                                messages.get("templates.edit", template.name()),
                                () -> edit(row, Optional.of(template))),
                        new IconButton(
                                Feather.TRASH_2,
                                messages.get("templates.delete", template.name()),
                                () -> {
                                    model.forget(template.name());
                                    show();
                                }));
        return row;
    }

    private void edit(Node place, Optional<PromptTemplate> before) {
        TextField name = new TextField(before.map(PromptTemplate::name).orElse(""));
        name.setId("template-name");
        name.setPromptText(messages.get("templates.name"));
        name.setAccessibleText(messages.get("templates.name"));
        TextArea text = new TextArea(before.map(PromptTemplate::text).orElse(""));
        text.setId("template-text");
        text.setPromptText(messages.get("templates.example"));
        text.setAccessibleText(messages.get("templates.text"));
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        Label problem = Prose.label("", Styles.STATE_BAD);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Button keep = new Button(messages.get("templates.keep"));
        keep.setId("template-keep");
        keep.setOnAction(_ ->
                model.keep(before.map(PromptTemplate::name), name.getText(), text.getText())
                        .ifPresentOrElse(
                                refusal ->
                                        problem.setText(TemplateWords.refusal(messages, refusal)),
                                this::show));
        Button cancel = new Button(messages.get("templates.cancel"));
        cancel.setOnAction(_ -> show());
        VBox form = new VBox(6, name, text, problem, new FlowPane(8, 8, keep, cancel));
        form.getStyleClass().add(Styles.TEMPLATE_FORM);
        list.getChildren().set(list.getChildren().indexOf(place), form);
        name.requestFocus();
    }
}
