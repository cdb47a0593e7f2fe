package org.fumikura.app.chat;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// Says how many sentences were left out of an answer, and shows them to who wants to see them.
final class LeftOutView extends VBox {
    LeftOutView(Messages messages, List<AnswerSentence> leftOut) {
        super(6);
        VBox sentences = new VBox(4);
        sentences.getStyleClass().add(Styles.LEFT_OUT);
        for (AnswerSentence sentence : leftOut) {
            sentences.getChildren().add(Prose.paragraph(sentence.text(), Styles.PARAGRAPH));
        }
        Hyperlink toggle = new Hyperlink();
        toggle.setId("left-out");
        toggle.getStyleClass().add(Styles.REFERENCE);
        toggle.setWrapText(true);
        toggle.setMinWidth(0);
        sentences
                .visibleProperty()
                .subscribe(visible ->
                        toggle.setText(
                                messages.get(
                                        visible ? "left-out.hide" : "left-out.show",
                                        leftOut.size())));
        sentences.managedProperty().bind(sentences.visibleProperty());
        sentences.setVisible(false);
        toggle.setOnAction(_ -> {
            toggle.setVisited(false);
            sentences.setVisible(!sentences.isVisible());
        });
        getChildren().addAll(toggle, sentences);
    }
}
