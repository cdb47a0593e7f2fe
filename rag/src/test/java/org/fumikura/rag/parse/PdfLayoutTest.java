package org.fumikura.rag.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PdfLayoutTest {
    @Test
    void japaneseLinesAreJoinedWithoutSpaces() {
        assertEquals(
                List.of("保険会社は顧客の資金を預かる投資家であり、市場を支えている。"),
                texts(
                        line(50, 100, "保険会社は顧客の資金を預かる"),
                        line(50, 116, "投資家であり、市場を支えてい"),
                        line(50, 132, "る。")));
    }

    @Test
    void anIndentedLineAfterAFullStopBeginsAParagraph() {
        assertEquals(
                List.of("これは一つ目の段落の文である。", "次の段落の始まりで一字下がる。"),
                texts(line(50, 100, "これは一つ目の段落の文である。"), line(60, 116, "次の段落の始まりで一字下がる。")));
    }

    @Test
    void numberedEntriesStandApart() {
        assertEquals(
                List.of("① 確認する", "② 実施する", "・記録する"),
                texts(line(50, 100, "① 確認する"), line(50, 116, "② 実施する"), line(50, 132, "・記録する")));
    }

    @Test
    void columnsDrawnOneAfterTheOtherStayApart() {
        assertEquals(
                List.of("左の段の一行目と二行目", "右の段の一行目と二行目"),
                texts(
                        line(50, 100, "左の段の一行目"),
                        line(50, 116, "と二行目"),
                        line(300, 100, "右の段の一行目"),
                        line(300, 116, "と二行目")));
    }

    @Test
    void aCellThatIsBrokenAtTheEdgeOfItsTableIsJoined() {
        assertEquals(
                List.of(
                        List.of("広報", "新聞広告の掲載に要する費用、広告の掲載に要する費用 等"),
                        List.of("決済", "カード決済の手数料、金融機関の取扱い手数料"),
                        List.of("事務", "職員の人件費")),
                cells(
                        row(100, "広報", "新聞広告の掲載に要する費用、広告の掲"),
                        line(150, 116, "載に要する費用 等"),
                        row(132, "決済", "カード決済の手数料、金融機関の取扱い"),
                        line(150, 148, "手数料"),
                        row(164, "事務", "職員の人件費")));
    }

    @Test
    void entriesUnderEachOtherInAColumnStayApart() {
        assertEquals(
                List.of(
                        List.of("費目", "交通費"),
                        List.of("宿泊費"),
                        List.of("日当の全額を現金で支給する"),
                        List.of("・半額を振り込みで支給する"),
                        List.of("合計", "九万円")),
                cells(
                        row(100, "費目", "交通費"),
                        line(150, 116, "宿泊費"),
                        line(150, 148, "日当の全額を現金で支給する"),
                        line(150, 164, "・半額を振り込みで支給する"),
                        row(180, "合計", "九万円")));
    }

    private static List<List<String>> cells(PdfLine... lines) {
        return PdfLayout.of(List.of(lines)).blocks().stream().map(PdfBlock::cells).toList();
    }

    private static List<String> texts(PdfLine... lines) {
        return PdfLayout.of(List.of(lines)).blocks().stream().map(PdfBlock::text).toList();
    }

    private static PdfLine line(float left, float baseline, String text) {
        float right = left + 10 * text.length();
        return new PdfLine(List.of(new PdfLine.Segment(text, left, right, baseline, 10, 0)));
    }

    /// A row of two cells, the second of which begins at 150.
    private static PdfLine row(float baseline, String first, String second) {
        return new PdfLine(
                List.of(
                        line(50, baseline, first).segments().getFirst(),
                        line(150, baseline, second).segments().getFirst()));
    }
}
