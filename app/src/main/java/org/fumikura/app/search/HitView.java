package org.fumikura.app.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.fumikura.app.fx.SelectableFlow;
import org.fumikura.app.fx.WrappingButton;
import org.fumikura.rag.Passage;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.index.Snippet;
import org.fumikura.rag.search.SearchHit;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// A passage found: where it stands, and its words with those of the query marked.
final class HitView {
    private HitView() {}

    /// @param judge says whether the page was the right one
    static WrappingButton of(Messages messages, SearchHit found, Node judge, Runnable open) {
        String file = String.valueOf(found.hit().source().path().getFileName());
        String title = found.hit().source().title();
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.FILE_NAME);
        heading.setMinWidth(0);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        HBox head = new HBox(8, heading, judge);
        head.setAlignment(Pos.CENTER_LEFT);
        Label place = new Label(place(messages, found.hit(), title.equals(file) ? "" : file));
        place.getStyleClass().add(Styles.MUTED);
        place.setMinWidth(0);
        List<Node> lines = new ArrayList<>(List.of(head, place));
        lines.add(snippet(found.snippet()));
        VBox content = new VBox(3);
        content.getChildren().setAll(lines);
        WrappingButton node = new WrappingButton(content);
        node.getStyleClass().setAll("button", Styles.HIT);
        node.setAccessibleText(String.join(", ", title, place.getText(), found.snippet().text()));
        node.setOnAction(_ -> open.run());
        return node;
    }

    /// File and page, then the headings above it; and whether only its meaning found it.
    private static String place(Messages messages, Hit hit, String file) {
        Passage passage = hit.ranked().passage();
        List<String> parts = new ArrayList<>();
        parts.add(
                file.isEmpty()
                        ? messages.get("search.page", passage.page())
                        : messages.get("search.file-page", file, passage.page()));
        String path =
                passage.headings().stream()
                        .filter(heading -> !heading.equals(hit.source().title()))
                        .map(heading -> heading.strip().replaceAll("\\s+", " "))
                        .collect(Collectors.joining(" › "));
        if (!path.isEmpty()) {
            parts.add(path);
        }
        if (hit.ranked().lexicalRank().isEmpty()) {
            parts.add(messages.get("search.by-meaning"));
        }
        return String.join(" · ", parts);
    }

    private static Node snippet(Snippet snippet) {
        Text text = new Text(snippet.text());
        text.getStyleClass().add(Styles.PROSE);
        SelectableFlow flow = new SelectableFlow(List.of(text));
        flow.getStyleClass().add(Styles.PARAGRAPH);
        snippet.marks().forEach(mark -> flow.highlight(mark.start(), mark.end(), Styles.HIGHLIGHT));
        return flow;
    }
}
