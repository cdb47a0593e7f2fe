package org.fumikura.app.chat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.template.PromptTemplate;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// Asks for the values of a template's variables, above the field to ask in. Enter goes to the next
/// one, and from the last puts the text into that field; Escape gives it up.
final class TemplateForm extends VBox {
    private final SequencedMap<String, TextField> fields = new LinkedHashMap<>();

    /// @param filled hears the values; not called when it is given up
    /// @param closed called when the form is of no more use, after `filled`
    TemplateForm(
            Messages messages,
            PromptTemplate template,
            Consumer<Map<String, String>> filled,
            Runnable closed) {
        super(8);
        setId("template-form");
        getStyleClass().addAll(Styles.COMPLETIONS, Styles.TEMPLATE_FORM);
        Runnable insert =
                () -> {
                    filled.accept(values());
                    closed.run();
                };
        getChildren().add(Prose.label("/" + template.name(), Styles.FILE_NAME));
        for (String name : template.read().variables()) {
            TextField field = new TextField();
            field.setAccessibleText(name);
            fields.put(name, field);
            getChildren().add(new VBox(2, Prose.label(name, Styles.MUTED), field));
        }
        fields.values().forEach(field -> field.setOnAction(_ -> next(field, insert)));
        Button use = new Button(messages.get("templates.insert"));
        use.setId("template-insert");
        use.setOnAction(_ -> insert.run());
        Button cancel = new Button(messages.get("templates.cancel"));
        cancel.setOnAction(_ -> closed.run());
        HBox buttons = new HBox(8, use, cancel);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(buttons);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                closed.run();
                event.consume();
            }
        });
    }

    /// Puts the cursor into the first field.
    void focus() {
        fields.firstEntry().getValue().requestFocus();
    }

    private void next(TextField field, Runnable insert) {
        var all = fields.values().stream().toList();
        int index = all.indexOf(field) + 1;
        if (index < all.size()) {
            all.get(index).requestFocus();
        } else {
            insert.run();
        }
    }

    private Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        fields.forEach((name, field) -> values.put(name, field.getText().strip()));
        return values;
    }
}
