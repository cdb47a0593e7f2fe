package org.fumikura.app.chat;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Language;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// A quotation in another language than the answer's, with a translation beside it once a person
/// wants one.
final class TranslationView extends VBox {
    private static final double COLUMN = 300;

    private final Messages messages;
    private final Label translation = Prose.label("");

    TranslationView(Messages messages, Citation citation, Language into, ChatViewModel chat) {
        super(4);
        this.messages = messages;
        Hyperlink translate = new Hyperlink(messages.get("translation.show", citation.number()));
        translate.getStyleClass().add(Styles.REFERENCE);
        translate.setOnAction(_ -> {
            getChildren().setAll(side(citation));
            translation.setText(messages.get("translation.busy"));
            chat.translate(citation.quote(), into, this::show);
        });
        getChildren().add(translate);
    }

    private HBox side(Citation citation) {
        Label original = Prose.label(citation.quote());
        VBox left =
                new VBox(
                        2,
                        Prose.label(
                                messages.get("translation.original", citation.number()),
                                Styles.MUTED),
                        original);
        VBox right =
                new VBox(
                        2,
                        Prose.label(messages.get("translation.made"), Styles.MUTED),
                        translation);
        HBox row = new HBox(12, left, right);
        for (VBox column : new VBox[] {left, right}) {
            column.setPrefWidth(COLUMN);
            column.setMinWidth(0);
            HBox.setHgrow(column, Priority.ALWAYS);
        }
        row.getStyleClass().add(Styles.CARD);
        return row;
    }

    private void show(Optional<String> made) {
        translation.setText(made.orElseGet(() -> messages.get("translation.failed")));
    }
}
