package org.fumikura.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Separator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.fumikura.ui.Styles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class MarkdownBlocksTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void paragraphsAndListsBecomeBlocks() {
        List<Node> blocks = render("One.\n\n- two\n- three\n\n---");
        assertEquals(3, blocks.size());
        assertTrue(blocks.get(0).getStyleClass().contains(Styles.PARAGRAPH));
        assertEquals(2, ((VBox) blocks.get(1)).getChildren().size());
        assertTrue(blocks.get(2) instanceof Separator);
    }

    @Test
    void tablesBecomeGrids() {
        var grid = (GridPane) render("| Day | Hour |\n| --- | --- |\n| Mon | 9 |").getFirst();
        assertEquals(4, grid.getChildren().size());
        assertEquals(1, GridPane.getRowIndex(grid.getChildren().getLast()));
        assertEquals(1, GridPane.getColumnIndex(grid.getChildren().getLast()));
    }

    @Test
    void boldHoldsBesideMarks() {
        Text bold =
                texts(render("⸢**費用は900円です。**⸣")).stream()
                        .filter(text -> text.getStyleClass().contains(Styles.STRONG))
                        .findFirst()
                        .orElseThrow();
        assertEquals("費用は900円です。", bold.getText());
        assertTrue(bold.getStyleClass().contains(Styles.UNSUPPORTED));
    }

    @Test
    void citationsBecomeNodesWithTheirNumber() {
        Parent paragraph = (Parent) render("It is 900.⸦12⸧").getFirst();
        assertEquals("12", paragraph.getChildrenUnmodifiable().getLast().getUserData());
    }

    @Test
    void htmlIsShownAndNotObeyed() {
        assertEquals("<b>x</b>", text(render("<b>x</b>")));
        assertEquals("<script>alert(1)</script>", text(render("<script>alert(1)</script>")));
    }

    @Test
    void imagesAndLinksAreTheirWords() {
        assertEquals(
                "see the plan here",
                text(render("see ![the plan](http://x/y.png) [here](http://x/)")));
    }

    @Test
    void marksMaySpanBlocks() {
        List<Text> texts = texts(render("⸢one\n\ntwo⸣ three"));
        assertEquals(
                List.of(true, true, false),
                texts.stream()
                        .map(text -> text.getStyleClass().contains(Styles.UNSUPPORTED))
                        .toList());
    }

    private static List<Node> render(String markup) {
        MarkdownInlines inlines =
                new MarkdownInlines(
                        number -> {
                            Region chip = new Region();
                            chip.setUserData(Integer.toString(number));
                            return chip;
                        },
                        Region::new,
                        Region::new);
        return new MarkdownBlocks(inlines).render(markup);
    }

    private static String text(List<Node> nodes) {
        return String.join("", texts(nodes).stream().map(Text::getText).toList());
    }

    private static List<Text> texts(List<? extends Node> nodes) {
        return nodes.stream()
                .flatMap(node ->
                        node instanceof Text text
                                ? List.of(text).stream()
                                : node instanceof Parent parent
                                        ? texts(parent.getChildrenUnmodifiable()).stream()
                                        : List.<Text>of().stream())
                .toList();
    }
}
