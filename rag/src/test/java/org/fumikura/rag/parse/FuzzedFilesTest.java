package org.fumikura.rag.parse;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Damaged files of each main format, made from small sound ones: whatever is wrong with a file is
/// an outcome.
class FuzzedFilesTest {
    private static final int FILES = 100;
    private static final int MOST_CHANGES = 24;

    /// Far more than any of these files takes, even on a busy machine.
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir private Path folder;

    static Stream<String> formats() {
        return Stream.of(
                "pdf", "docx", "xlsx", "pptx", "xls", "ppt", "odt", "epub", "rtf", "html", "md",
                "csv", "json", "xml", "eml", "mbox", "zip", "py");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyDamagedFileEndsInAnOutcome(String format) throws IOException {
        byte[] sound = sound(format);
        Path file = folder.resolve("fuzzed." + format);
        Files.write(file, sound);
        var parser = new DocumentParsers();
        assertInstanceOf(ParseOutcome.Parsed.class, parser.parse(file));
        var random = new Random(format.hashCode());
        for (int i = 0; i < FILES; i++) {
            byte[] damaged = damaged(sound, random);
            Files.write(file, damaged);
            ParseOutcome outcome =
                    assertTimeoutPreemptively(
                            LIMIT, () -> parser.parse(file), format + ", file " + i);
            assertNotNull(outcome);
        }
    }

    /// Some bytes changed, or the end cut off, or a piece said twice.
    private static byte[] damaged(byte[] sound, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(sound, random.nextInt(sound.length));
            case 1 -> {
                int from = random.nextInt(sound.length);
                int to = from + random.nextInt(sound.length - from);
                byte[] twice = Arrays.copyOf(sound, sound.length + to - from);
                System.arraycopy(sound, from, twice, to, sound.length - from);
                yield twice;
            }
            default -> {
                byte[] changed = sound.clone();
                for (int change = random.nextInt(MOST_CHANGES); change >= 0; change--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                yield changed;
            }
        };
    }

    private static byte[] sound(String format) throws IOException {
        return switch (format) {
            case "pdf" -> pdf();
            case "docx" -> {
                try (var document = new XWPFDocument()) {
                    document.createParagraph().createRun().setText("The kettle is blue.");
                    document.createTable(2, 2).getRow(0).getCell(0).setText("量");
                    yield bytes(document::write);
                }
            }
            case "xlsx" -> {
                try (var workbook = new XSSFWorkbook()) {
                    yield workbook(workbook);
                }
            }
            case "xls" -> {
                try (var workbook = new HSSFWorkbook()) {
                    yield workbook(workbook);
                }
            }
            case "pptx" -> {
                try (var show = new XMLSlideShow()) {
                    show.createSlide().createTextBox().setText("The kettle is blue.");
                    yield bytes(show::write);
                }
            }
            case "ppt" -> {
                try (var show = new HSLFSlideShow()) {
                    show.createSlide().addTitle().setText("The kettle is blue.");
                    yield bytes(show::write);
                }
            }
            case "odt" ->
                    zip(
                            Map.of(
                                    "mimetype",
                                    "application/vnd.oasis.opendocument.text",
                                    "content.xml",
                                    ODT));
            case "epub" -> {
                Map<String, String> members = new LinkedHashMap<>();
                members.put("mimetype", "application/epub+zip");
                members.put("META-INF/container.xml", CONTAINER);
                members.put("book.opf", OPF);
                members.put("one.xhtml", "<html><body><p>The kettle is blue.</p></body></html>");
                yield zip(members);
            }
            case "rtf" -> text("{\\rtf1\\ansi {\\b The kettle} is blue.\\par \\'82\\'a0}");
            case "html" ->
                    text("<html><body><h1>Kettle</h1><p>It is <b>blue</b>.</p></body></html>");
            case "md" -> text("# Kettle\n\nIt is blue.\n\n- one\n- 二\n\n|a|b|\n|-|-|\n|1|2|\n");
            case "csv" -> text("name,colour\nkettle,blue\n薬缶,青\n");
            case "json" -> text("{\"things\": [{\"name\": \"kettle\", \"colour\": \"blue\"}]}");
            case "xml" -> text("<?xml version=\"1.0\"?><things><thing>kettle</thing></things>");
            case "eml" -> text(MAIL);
            case "mbox" -> text("From a@example.org Mon Jan  1 00:00:00 2024\n" + MAIL + "\n");
            case "zip" -> zip(Map.of("kettle.txt", "The kettle is blue.", "b.md", "# Kettle\n"));
            case "py" -> text("class Kettle:\n    def boil(self):\n        return 'blue'\n");
            default -> throw new IllegalArgumentException(format);
        };
    }

    private static final String ODT =
            """
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
              xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
              <text:h text:outline-level="1">Kettle</text:h><text:p>It is blue.</text:p>
            </office:text></office:body></office:document-content>
            """;

    private static final String CONTAINER =
            """
            <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
              <rootfiles><rootfile full-path="book.opf"
                media-type="application/oebps-package+xml"/></rootfiles></container>
            """;

    private static final String OPF =
            """
            <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
              <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Kettle</dc:title></metadata>
              <manifest><item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>
              <spine><itemref idref="one"/></spine></package>
            """;

    private static final String MAIL =
            """
            From: a@example.org
            To: b@example.org
            Subject: Kettle
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="x"

            --x
            Content-Type: text/plain; charset=utf-8

            The kettle is blue.
            --x
            Content-Type: text/plain; name="b.txt"
            Content-Disposition: attachment; filename="b.txt"
            Content-Transfer-Encoding: base64

            VGhlIGtldHRsZS4=
            --x--
            """;

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument()) {
            for (int number = 0; number < 3; number++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText("The kettle on page " + number + " is blue.");
                    content.endText();
                }
            }
            return bytes(document::save);
        }
    }

    private static byte[] workbook(Workbook workbook) throws IOException {
        var row = workbook.createSheet("Kettles").createRow(0);
        row.createCell(0).setCellValue("blue");
        row.createCell(1).setCellValue(3);
        return bytes(workbook::write);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, String> members) throws IOException {
        return bytes(out -> {
            try (var zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, String> member : members.entrySet()) {
                    zip.putNextEntry(new ZipEntry(member.getKey()));
                    zip.write(text(member.getValue()));
                }
            }
        });
    }

    private static byte[] bytes(Writing writing) throws IOException {
        var out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }
}
