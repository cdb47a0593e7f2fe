package org.fumikura.app.questions;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.rag.eval.RankingMetrics;
import org.fumikura.rag.eval.SettingComparison.Row;
import org.fumikura.rag.eval.SettingComparison.Table;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;

/// How settings did on the question set: a row each, the best figure of a column strong.
final class ComparisonView extends VBox {
    private static final List<Column> COLUMNS =
            List.of(
                    new Column("hit@1", RankingMetrics::hit1),
                    new Column("hit@5", RankingMetrics::hit5),
                    new Column("MRR", RankingMetrics::mrr),
                    new Column("nDCG@10", RankingMetrics::ndcg10));

    ComparisonView(Messages messages, Table table) {
        super(8);
        GridPane grid = new GridPane(12, 6);
        grid.setId("comparison");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(names);
        for (int column = 0; column < COLUMNS.size(); column++) {
            addColumn(grid, column + 1, COLUMNS.get(column), table.rows());
        }
        for (int row = 0; row < table.rows().size(); row++) {
            grid.add(
                    Prose.label(
                            messages.get(
                                    "questions.setting." + table.rows().get(row).setting().name())),
                    0,
                    row + 1);
        }
        getChildren()
                .addAll(
                        Prose.label(
                                messages.get(
                                        "questions.compared", table.questions(), table.leftOut()),
                                Styles.MUTED),
                        grid,
                        Prose.label(messages.get("questions.figures"), Styles.MUTED));
    }

    private static void addColumn(GridPane grid, int at, Column column, List<Row> rows) {
        ColumnConstraints right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().add(right);
        grid.add(label(column.name(), Styles.MUTED), at, 0);
        double best =
                rows.stream()
                        .mapToDouble(row -> column.figure().applyAsDouble(row.metrics()))
                        .max()
                        .orElse(0);
        for (int row = 0; row < rows.size(); row++) {
            double figure = column.figure().applyAsDouble(rows.get(row).metrics());
            Label label = label(String.format(Locale.ROOT, "%.3f", figure), Styles.FIGURE);
            if (figure == best) {
                label.getStyleClass().add(Styles.FILE_NAME);
            }
            grid.add(label, at, row + 1);
        }
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setMinWidth(Label.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    /// A metric; its name is the same in every language.
    private record Column(String name, ToDoubleFunction<RankingMetrics> figure) {}
}
