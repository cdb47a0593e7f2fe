package org.fumikura.tests.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.fumikura.rag.parse.ParseOutcome;
import org.fumikura.rag.parse.ParsedDocument;
import org.fumikura.rag.parse.Quality;
import org.fumikura.rag.parse.Recognition;
import org.fumikura.rag.parse.RecognitionOrder;
import org.fumikura.rag.parse.process.IsolatedParser;
import org.fumikura.rag.parse.process.ParseLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How well the Tesseract of this machine reads scanned pages. It needs `eng`, `jpn`, `jpn_vert`
/// and `osd`.
@Tag("ocr")
class ScannedPagesTest {
    private static final Logger LOG = LoggerFactory.getLogger(ScannedPagesTest.class);
    private static final RecognitionOrder ALL = new RecognitionOrder(List.of(), 600);
    private static final IsolatedParser PARSER =
            new IsolatedParser(
                    ParseLimits.USUAL,
                    Path.of(System.getProperty("java.io.tmpdir"), "fumikura-fonts"));

    private static final String ENGLISH =
            """
            Travel policy of the garden society
            Members who travel for the society book the cheapest reasonable train or bus. Tickets above 120 euros need the approval of the treasurer, who answers within three working days.
            Meals are paid up to 34.50 euros a day against a receipt. Breakfast is not paid when the hotel includes it, and drinks with alcohol are never paid.
            Whoever drives a car of their own receives 0.28 euros for each kilometre. Passengers raise the rate by 0.02 euros each; parking fees are paid as they are.
            Claims are sent on the blue form before the tenth day of the following month. A claim that arrives later is paid in the next quarter, unless illness was the reason for the delay.
            """;

    private static final String JAPANESE =
            """
            図書室の利用案内
            図書室は平日の午前九時から午後七時まで開いています。土曜日は午後五時に閉まり、日曜日と祝日は休みです。
            本は一人五冊まで、二週間借りることができます。次に待っている人がいなければ、一度だけ一週間延ばせます。
            返すのが遅れた場合は、遅れた日数だけ新しく借りることができません。なくした本は同じ本を買って返してください。
            新聞と辞書は貸し出しません。写しが必要なときは、受付で申込書に名前と頁の番号を書いてください。料金は一枚十円です。
            電話番号は03-1234-5678、受付の担当は山田と鈴木です。
            """;

    private static final String VERTICAL =
            "山の上に小さな寺がある。寺の庭には古い桜の木が立ち、春になると遠くの町からも人が花を見に来る。"
                    + "木の下に石の水鉢があり、朝は鳥が水を飲みに集まる。住職は毎日その水を替え、落ち葉を掃き、門を開ける。"
                    + "夏の夜には子供たちが蛍を追って川まで走り、秋には栗を拾う。冬は雪が深く、誰も来ない日が続くが、"
                    + "住職は火を起こして本を読み、春を待つ。";

    @TempDir private Path folder;

    @AfterAll
    static void endProcesses() {
        PARSER.close();
    }

    @Test
    void theMachineKnowsEnglishAndJapanese() {
        assertEquals(Set.of("eng", "jpn", "jpn_vert"), PARSER.recognises());
    }

    @Test
    void englishPagesAreRead() throws IOException {
        read("English", ENGLISH, 0.98, DrawnPage.across(ENGLISH));
    }

    @Test
    void japanesePagesAreRead() throws IOException {
        read("Japanese", JAPANESE, 0.95, DrawnPage.across(JAPANESE));
    }

    @Test
    void verticalJapanesePagesAreRead() throws IOException {
        read("vertical Japanese", VERTICAL, 0.95, DrawnPage.down(VERTICAL));
    }

    @Test
    void pagesInBothLanguagesAreRead() throws IOException {
        String both = ENGLISH + JAPANESE;
        read("English and Japanese", both, 0.93, DrawnPage.across(both));
    }

    @Test
    void picturesAreReadAsPagesAre() throws IOException {
        BufferedImage page = DrawnPage.across(ENGLISH);
        for (String format : List.of("png", "jpg", "tiff")) {
            Path file = folder.resolve("page." + format);
            ImageIO.write(page, format, file.toFile());
            double right = accuracy(ENGLISH, recognised(file, 1).text());
            assertTrue(right > 0.98, format + ": " + right);
        }
    }

    private void read(String name, String text, double least, BufferedImage page)
            throws IOException {
        Path file = DrawnPage.pdf(folder.resolve("scan.pdf"), page, page, page);
        long start = System.nanoTime();
        ParsedDocument document = recognised(file, 3);
        double seconds = (System.nanoTime() - start) / 1e9 / 3;
        String words = document.pages().getFirst().span().of(document.text());
        double right = accuracy(text, words);
        LOG.info("{}: {} of the characters right, {} s a page", name, right, seconds);
        assertTrue(right > least, name + ": " + right + "\n" + words);
    }

    private static ParsedDocument recognised(Path file, int pages) {
        assertTrue(Files.exists(file));
        Recognition found = PARSER.recognise(file, ALL);
        ParsedDocument document =
                assertInstanceOf(ParseOutcome.Parsed.class, found.outcome()).document();
        assertEquals(new Quality(0, 0, pages, 0, 0), document.quality());
        return document;
    }

    /// One less the edits that make one text of the other, for each character; spaces do not count.
    private static double accuracy(String right, String read) {
        String a = right.replaceAll("\\s", "");
        String b = read.replaceAll("\\s", "");
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return 1 - (double) row[b.length()] / a.length();
    }
}
