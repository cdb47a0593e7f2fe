package org.fumikura.app.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.SelectableFlow;
import org.fumikura.ui.Styles;

/// Markdown as nodes: a paragraph, heading or item each. Nothing in it is executed, fetched or
/// opened: HTML is shown as text, images and links as their words.
final class MarkdownBlocks {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final MarkdownInlines inlines;

    MarkdownBlocks(MarkdownInlines inlines) {
        this.inlines = inlines;
    }

    List<Node> render(String markup) {
        return blocks(PARSER.parse(markup));
    }

    private List<Node> blocks(org.commonmark.node.Node parent) {
        List<Node> nodes = new ArrayList<>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            nodes.add(block(child));
        }
        return nodes;
    }

    private Node block(org.commonmark.node.Node block) {
        return switch (block) {
            case Heading heading -> flow(heading, Styles.HEADING);
            case BulletList list -> list(list, 0);
            case OrderedList list -> {
                Integer first = list.getMarkerStartNumber();
                yield list(list, first == null ? 1 : first);
            }
            case BlockQuote quote -> {
                VBox box = column(blocks(quote));
                box.getStyleClass().add(Styles.QUOTATION);
                yield box;
            }
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case HtmlBlock html -> Prose.paragraph(html.getLiteral(), Styles.PARAGRAPH);
            case ThematicBreak _ -> new Separator();
            case TableBlock table -> table(table);
            default -> flow(block, Styles.PARAGRAPH);
        };
    }

    private SelectableFlow flow(org.commonmark.node.Node block, String styleClass) {
        SelectableFlow flow = new SelectableFlow(inlines.of(block));
        flow.getStyleClass().add(styleClass);
        return flow;
    }

    /// @param first number of the first item, or 0 for bullets
    private Node list(org.commonmark.node.Node list, int first) {
        VBox items = new VBox(4);
        int number = first;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                Label sign =
                        new Label(first == 0 ? "•" : String.format(Locale.ROOT, "%d.", number++));
                sign.setMinWidth(Region.USE_PREF_SIZE);
                sign.setPrefWidth(first == 0 ? 16 : 26);
                VBox body = column(blocks(item));
                HBox.setHgrow(body, Priority.ALWAYS);
                items.getChildren().add(new HBox(sign, body));
            }
        }
        return items;
    }

    private Node table(TableBlock table) {
        GridPane grid = new GridPane(14, 4);
        int line = 0;
        for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                int column = 0;
                for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    boolean head = part instanceof TableHead;
                    grid.add(flow(cell, head ? Styles.HEADING : Styles.PARAGRAPH), column++, line);
                }
                line++;
            }
        }
        return grid;
    }

    private static Node code(String text) {
        return Prose.paragraph(text.stripTrailing(), Styles.CODE_BLOCK);
    }

    private static VBox column(List<Node> nodes) {
        VBox column = new VBox(6);
        column.getChildren().setAll(nodes);
        return column;
    }
}
