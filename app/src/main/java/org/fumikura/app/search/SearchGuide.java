package org.fumikura.app.search;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// What an empty search shows: what can be typed, to be tried with a click.
final class SearchGuide extends VBox {
    private static final List<String> SIGNS =
            List.of("exact", "without", "file", "type", "after", "before");

    /// @param tried takes what was clicked
    SearchGuide(Messages messages, Consumer<String> tried) {
        super(12);
        GridPane table = new GridPane(16, 6);
        for (int row = 0; row < SIGNS.size(); row++) {
            String sign = messages.get("search.sign." + SIGNS.get(row));
            Button example = new Button(sign);
            example.setMnemonicParsing(false);
            example.getStyleClass().add(Styles.EXAMPLE);
            example.setMinWidth(Button.USE_PREF_SIZE);
            example.setOnAction(_ -> tried.accept(sign));
            Label meaning = Prose.label(messages.get("search.guide." + SIGNS.get(row)));
            GridPane.setHalignment(example, HPos.LEFT);
            GridPane.setValignment(example, VPos.CENTER);
            table.addRow(row, example, meaning);
        }
        Label title = Prose.label(messages.get("search.guide.title"), Styles.WELCOME_TITLE);
        Label text = Prose.label(messages.get("search.guide.text"), Styles.MUTED);
        Label keys = Prose.label(messages.get("search.guide.keys"), Styles.MUTED);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, text, table, keys);
    }
}
