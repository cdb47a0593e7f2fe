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

    private static List<String> texts(PdfLine... lines) {
        return PdfLayout.of(List.of(lines)).blocks().stream().map(PdfBlock::text).toList();
    }

    private static PdfLine line(float left, float baseline, String text) {
        float right = left + 10 * text.length();
        return new PdfLine(List.of(new PdfLine.Segment(text, left, right, baseline, 10, 0)));
    }
}
