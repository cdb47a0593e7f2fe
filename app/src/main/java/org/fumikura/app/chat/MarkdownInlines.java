package org.fumikura.app.chat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.fumikura.ui.Styles;

/// The words of a Markdown block as texts with style classes, with citations and marks where
/// [AnswerMarkup] put its brackets. Used for one rendering: a mark may begin in one block and end
/// in another.
final class MarkdownInlines {
    private final IntFunction<Node> citation;
    private final Supplier<Node> unsupportedMark;
    private final Supplier<Node> ownMark;
    private final Set<String> marks = new LinkedHashSet<>();

    MarkdownInlines(
            IntFunction<Node> citation, Supplier<Node> unsupportedMark, Supplier<Node> ownMark) {
        this.citation = citation;
        this.unsupportedMark = unsupportedMark;
        this.ownMark = ownMark;
    }

    List<Node> of(org.commonmark.node.Node block) {
        List<Node> nodes = new ArrayList<>();
        add(block, Set.of(), nodes);
        return nodes;
    }

    private void add(org.commonmark.node.Node parent, Set<String> styles, List<Node> nodes) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case org.commonmark.node.Text text -> addText(text.getLiteral(), styles, nodes);
                case StrongEmphasis strong -> add(strong, with(styles, Styles.STRONG), nodes);
                case Emphasis emphasis -> add(emphasis, with(styles, Styles.EMPHASIS), nodes);
                case Code code -> addText(code.getLiteral(), with(styles, Styles.CODE), nodes);
                case HtmlInline html -> addText(html.getLiteral(), styles, nodes);
                case SoftLineBreak _ -> addText("\n", styles, nodes);
                case HardLineBreak _ -> addText("\n", styles, nodes);
                default -> add(child, styles, nodes);
            }
        }
    }

    private void addText(String literal, Set<String> styles, List<Node> nodes) {
        int start = 0;
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c < AnswerMarkup.UNSUPPORTED_START || c > AnswerMarkup.OWN_END) {
                continue;
            }
            addRun(literal.substring(start, i), styles, nodes);
            start = i + 1;
            switch (c) {
                case AnswerMarkup.UNSUPPORTED_START -> marks.add(Styles.UNSUPPORTED);
                case AnswerMarkup.UNSUPPORTED_END -> {
                    marks.remove(Styles.UNSUPPORTED);
                    nodes.add(unsupportedMark.get());
                }
                case AnswerMarkup.OWN_START -> marks.add(Styles.OWN);
                case AnswerMarkup.OWN_END -> {
                    marks.remove(Styles.OWN);
                    nodes.add(ownMark.get());
                }
                case AnswerMarkup.DRAFT_START -> marks.add(Styles.DRAFT);
                case AnswerMarkup.DRAFT_END -> marks.remove(Styles.DRAFT);
                case AnswerMarkup.CITATION_START -> {
                    int end = literal.indexOf(AnswerMarkup.CITATION_END, i);
                    nodes.add(citation.apply(Integer.parseInt(literal.substring(i + 1, end))));
                    i = end;
                    start = end + 1;
                }
                default -> throw new IllegalStateException("mark " + (int) c);
            }
        }
        addRun(literal.substring(start), styles, nodes);
    }

    private void addRun(String characters, Set<String> styles, List<Node> nodes) {
        if (!characters.isEmpty()) {
            Text text = new Text(characters);
            text.getStyleClass().add(Styles.PROSE);
            text.getStyleClass().addAll(styles);
            text.getStyleClass().addAll(marks);
            nodes.add(text);
        }
    }

    private static Set<String> with(Set<String> styles, String style) {
        Set<String> more = new LinkedHashSet<>(styles);
        more.add(style);
        return more;
    }
}
