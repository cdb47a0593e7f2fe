package org.fumikura.app.viewer;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.fumikura.app.fx.SelectableFlow;
import org.fumikura.app.fx.TextSelection;
import org.fumikura.app.fx.UiThread;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// A page's text with the passage marked and in view.
final class TextPage extends ScrollPane {
    TextPage(PageText page, Messages messages, UiThread ui) {
        VBox box = new VBox();
        box.getStyleClass().add(Styles.PAGE_TEXT);
        List<SelectableFlow> marked = new ArrayList<>();
        int at = 0;
        for (String line : page.text().split("\n", -1)) {
            Text text = new Text(line.isEmpty() ? " " : line);
            text.getStyleClass().add(Styles.PROSE);
            SelectableFlow flow = new SelectableFlow(List.of(text));
            int start = at;
            page.mark()
                    .filter(mark -> mark.start() < start + line.length() && start < mark.end())
                    .ifPresent(mark -> {
                        flow.highlight(
                                Math.max(0, mark.start() - start),
                                Math.min(line.length(), mark.end() - start),
                                Styles.HIGHLIGHT);
                        marked.add(flow);
                    });
            box.getChildren().add(flow);
            at += line.length() + 1;
        }
        TextSelection.install(box, messages);
        setContent(box);
        setFitToWidth(true);
        getStyleClass().add(atlantafx.base.theme.Styles.FLAT);
        if (!marked.isEmpty()) {
            ui.onNextFrame(() -> ui.onNextFrame(() -> scrollTo(marked.getFirst())));
        }
    }

    private void scrollTo(Node target) {
        Bounds bounds = target.getBoundsInParent();
        double height = getContent().getLayoutBounds().getHeight();
        double visible = getViewportBounds().getHeight();
        if (height > visible) {
            // A third from the top: what comes before the passage helps to read it.
            double top = bounds.getMinY() - visible / 3;
            setVvalue(Math.clamp(top / (height - visible), 0, 1));
        }
    }
}
