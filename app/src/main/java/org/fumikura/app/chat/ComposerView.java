package org.fumikura.app.chat;

import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.fumikura.app.fx.CompositionGuard;
import org.fumikura.app.fx.View;
import org.fumikura.app.template.PromptTemplate;
import org.fumikura.app.template.TemplateWords;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The field to ask in. Enter asks, Shift+Enter breaks the line; an Enter that belongs to an input
/// method does neither.
public final class ComposerView extends View {
    private static final double LINE = 22;
    private static final int MOST_LINES = 7;

    private final ChatViewModel model;
    private final CompositionGuard guard = new CompositionGuard(System::nanoTime);
    private final TextArea input = new TextArea();
    private final Label hint = new Label();
    private final CompletionList completions;
    private final Messages messages;
    private final VBox above = new VBox();
    private final VBox node = new VBox(6);

    public ComposerView(ChatViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        completions = new CompletionList(messages, this::take);
        input.setId("question");
        input.setPromptText(messages.get("composer.prompt"));
        input.setAccessibleText(messages.get("composer.prompt"));
        input.setWrapText(true);
        input.textProperty().bindBidirectional(model.draft().text());
        keep(() -> input.textProperty().unbindBidirectional(model.draft().text()));
        input.addEventFilter(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                event -> guard.composed(event.getComposed().size()));
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        keep(input.textProperty().subscribe(_ -> fitHeight()));
        keep(input.caretPositionProperty().subscribe(_ -> complete()));
        keep(input.widthProperty().subscribe(_ -> fitHeight()));
        HBox.setHgrow(input, Priority.ALWAYS);
        Button send = new Button();
        send.setId("send");
        send.getStyleClass().addAll(atlantafx.base.theme.Styles.BUTTON_ICON, Styles.SEND);
        send.setOnAction(_ -> sendOrStop());
        keep(model.answering().subscribe(answering -> showAction(send, messages, answering)));
        keep(model.draft().text().subscribe(_ -> send.setDisable(!canAct())));
        keep(model.answering().subscribe(_ -> send.setDisable(!canAct())));
        HBox box = new HBox(8, input, send);
        box.setAlignment(Pos.BOTTOM_LEFT);
        box.getStyleClass().add(Styles.COMPOSER_BOX);
        keep(
                input.focusedProperty()
                        .subscribe(focused ->
                                box.pseudoClassStateChanged(
                                        javafx.css.PseudoClass.getPseudoClass("focus-within"),
                                        focused)));
        hint.getStyleClass().add(Styles.HINT);
        hint.setWrapText(true);
        hint.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        ScopeMenu scope = new ScopeMenu("scope", model.scope(), messages);
        keep(scope::dispose);
        GroundingMenu grounding = new GroundingMenu(model, messages);
        keep(grounding::dispose);
        HBox.setHgrow(hint, Priority.ALWAYS);
        HBox below = new HBox(8, scope.node(), grounding.node(), hint);
        below.setAlignment(Pos.CENTER_LEFT);
        hint.setMaxWidth(Double.MAX_VALUE);
        hint.setAlignment(Pos.CENTER);
        node.getChildren().addAll(completions, above, box, below);
        node.getStyleClass().add(Styles.COMPOSER);
    }

    /// Says below the field what happens to what is typed.
    void explain(String hintText) {
        hint.setText(hintText);
    }

    @Override
    public Node node() {
        return node;
    }

    /// Puts the cursor into the field.
    public void focus() {
        input.requestFocus();
        input.end();
    }

    private void complete() {
        String text = input.getText();
        model.draft()
                .complete(
                        text,
                        input.getCaretPosition(),
                        found ->
                                completions.show(text.equals(input.getText()) ? found : List.of()));
    }

    private void take(Completion completion) {
        switch (completion.kind()) {
            case Completion.Kind.ToTemplate(PromptTemplate template) -> use(template);
            case Completion.Kind.ToTask _, Completion.Kind.ToFile _ ->
                    put(
                            completion.applied(input.getText(), input.getCaretPosition()),
                            completion.caret());
        }
    }

    private void put(String text, int caret) {
        input.setText(text);
        input.positionCaret(caret);
        input.requestFocus();
    }

    /// Puts a template's text into the field, once its variables have values.
    private void use(PromptTemplate template) {
        if (template.read().variables().isEmpty()) {
            fill(template, Map.of());
            return;
        }
        put("", 0);
        TemplateForm form =
                new TemplateForm(
                        messages,
                        template,
                        values -> fill(template, values),
                        () -> {
                            above.getChildren().clear();
                            input.requestFocus();
                        });
        above.getChildren().setAll(form);
        form.focus();
    }

    private void fill(PromptTemplate template, Map<String, String> values) {
        String text = TemplateWords.filled(messages, template, values);
        put(text, text.length());
    }

    private void keyPressed(KeyEvent event) {
        if (!guard.ownsEnter() && completions.takes(event.getCode())) {
            event.consume();
            return;
        }
        if (event.getCode() != KeyCode.ENTER || guard.ownsEnter()) {
            return;
        }
        if (event.isShiftDown()) {
            input.replaceSelection("\n");
        } else {
            model.askDraft();
        }
        event.consume();
    }

    private void sendOrStop() {
        if (model.answering().get()) {
            model.stop();
        } else {
            model.askDraft();
        }
    }

    private boolean canAct() {
        return model.answering().get() || !model.draft().text().get().isBlank();
    }

    private static void showAction(Button send, Messages messages, boolean answering) {
        String text = messages.get(answering ? "composer.stop" : "composer.send");
        send.setGraphic(new FontIcon(answering ? Feather.SQUARE : Feather.ARROW_UP));
        send.setAccessibleText(text);
        send.setTooltip(new javafx.scene.control.Tooltip(text));
    }

    private void fitHeight() {
        Text ruler = new Text(input.getText() + " ");
        ruler.setFont(input.getFont());
        ruler.setWrappingWidth(Math.max(100, input.getWidth() - 24));
        double lines = Math.ceil(ruler.getLayoutBounds().getHeight() / LINE);
        double height = Math.clamp(lines, 1, MOST_LINES) * LINE + 14;
        input.setMinHeight(height);
        input.setPrefHeight(height);
        input.setMaxHeight(height);
    }
}
