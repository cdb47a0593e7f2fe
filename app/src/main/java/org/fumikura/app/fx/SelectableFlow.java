package org.fumikura.app.fx;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.fumikura.ui.Styles;

/// A paragraph whose text can be selected, with [TextSelection], and highlighted. A child that is
/// no text (a citation) counts as one character; it is copied as the string in its user data, if
/// there is one.
public final class SelectableFlow extends TextFlow {
    private static final char OBJECT = '\uFFFC';

    private final Path selection = new Path();
    private int start;
    private int end;

    public SelectableFlow(List<? extends Node> content) {
        selection.getStyleClass().add(Styles.SELECTION);
        selection.setManaged(false);
        selection.setMouseTransparent(true);
        getChildren().add(selection);
        getChildren().addAll(content);
    }

    /// Marks characters `from` to `to`, behind the text, with a style class.
    public void highlight(int from, int to, String styleClass) {
        Path mark = new Path();
        mark.getStyleClass().add(styleClass);
        mark.setManaged(false);
        mark.setMouseTransparent(true);
        getChildren().addFirst(mark);
        layoutBoundsProperty()
                .subscribe(_ -> mark.getElements().setAll(getRangeShape(from, to, true)));
    }

    void select(int from, int to) {
        start = Math.min(from, to);
        end = to < from ? start : to;
        selection.getElements().clear();
        if (end > start) {
            selection.getElements().setAll(getRangeShape(start, end, true));
        }
    }

    int offsetAt(Point2D local) {
        return Math.clamp(getHitInfo(local).getInsertionIndex(), 0, length());
    }

    int length() {
        return content().length();
    }

    int wordStart(int offset) {
        BreakIterator words = words();
        return words.isBoundary(offset) ? offset : Math.max(0, words.preceding(offset));
    }

    int wordEnd(int offset) {
        int following = offset >= length() ? BreakIterator.DONE : words().following(offset);
        return following == BreakIterator.DONE ? length() : following;
    }

    String selectedText() {
        StringBuilder copied = new StringBuilder();
        int at = 0;
        for (Node child : getManagedChildren()) {
            if (child instanceof Text text) {
                String characters = text.getText();
                int from = Math.clamp((long) start - at, 0, characters.length());
                int to = Math.clamp((long) end - at, 0, characters.length());
                copied.append(characters, from, to);
                at += characters.length();
            } else {
                if (start <= at && at < end && child.getUserData() instanceof String characters) {
                    copied.append(characters);
                }
                at++;
            }
        }
        return copied.toString();
    }

    private BreakIterator words() {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(content());
        return words;
    }

    private String content() {
        StringBuilder content = new StringBuilder();
        for (Node child : getManagedChildren()) {
            if (child instanceof Text text) {
                content.append(text.getText());
            } else {
                content.append(OBJECT);
            }
        }
        return content.toString();
    }
}
