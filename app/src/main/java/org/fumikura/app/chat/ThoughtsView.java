package org.fumikura.app.chat;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.TextSelection;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a model thought before it answered, folded away above the answer; not there as long as it
/// has not thought.
final class ThoughtsView extends VBox {
    private final VBox text = new VBox(8);
    private final Subscription following;

    ThoughtsView(Messages messages, ObservableValue<String> thoughts) {
        super(6);
        text.getStyleClass().add(Styles.THOUGHTS);
        text.managedProperty().bind(text.visibleProperty());
        TextSelection.install(text, messages);
        Hyperlink toggle = new Hyperlink(messages.get("thoughts.title"));
        toggle.setId("thoughts");
        toggle.getStyleClass().add(Styles.REFERENCE);
        toggle.setOnAction(_ -> {
            toggle.setVisited(false);
            text.setVisible(!text.isVisible());
        });
        text.visibleProperty()
                .subscribe(open -> {
                    toggle.setGraphic(
                            new FontIcon(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
                    toggle.setAccessibleText(
                            messages.get(open ? "thoughts.hide" : "thoughts.show"));
                });
        text.setVisible(false);
        getChildren().addAll(toggle, text);
        following =
                thoughts.subscribe(now -> {
                    setVisible(!now.isBlank());
                    setManaged(!now.isBlank());
                    text.getChildren()
                            .setAll(
                                    Prose.label(messages.get("thoughts.unchecked"), Styles.MUTED),
                                    Prose.paragraph(now.strip(), Styles.PARAGRAPH));
                });
    }

    void dispose() {
        following.unsubscribe();
    }
}
