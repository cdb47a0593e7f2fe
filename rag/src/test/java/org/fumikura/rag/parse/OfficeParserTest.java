package org.fumikura.rag.parse;

import static org.fumikura.rag.parse.Parsing.blocks;
import static org.fumikura.rag.parse.Parsing.pages;
import static org.fumikura.rag.parse.Parsing.parsed;
import static org.fumikura.rag.parse.Parsing.write;
import static org.fumikura.rag.parse.Parsing.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeParserTest {
    @TempDir Path folder;

    @Test
    void anEncryptedOpenDocumentSaysThatNoPasswordOpensItHere() throws IOException {
        Path file = folder.resolve("locked.odt");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var member :
                    List.of(
                            Map.entry("mimetype", "application/vnd.oasis.opendocument.text"),
                            Map.entry(
                                    "META-INF/manifest.xml",
                                    """
                                    <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
                                     <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="40">
                                      <manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="x">
                                       <manifest:algorithm manifest:algorithm-name="Blowfish CFB"/>
                                      </manifest:encryption-data>
                                     </manifest:file-entry>
                                    </manifest:manifest>
                                    """),
                            Map.entry("content.xml", "\u0001\u0002no markup at all\u0003"))) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        var parsers = new DocumentParsers();
        assertEquals(new ParseOutcome.CannotUnlock(), parsers.parse(file));
        assertEquals(
                new ParseOutcome.CannotUnlock(), parsers.parse(file, new ParseOptions("secret")));
    }

    @Test
    void wordKeepsParagraphsAndTables() throws IOException {
        Path file = folder.resolve("a.docx");
        try (var document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            document.getProperties().getCoreProperties().setTitle("年次報告");
            document.createParagraph().createRun().setText("売上は増えた。");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("年");
            table.getRow(0).getCell(1).setText("額");
            table.getRow(1).getCell(0).setText("2023");
            table.getRow(1).getCell(1).setText("12");
            document.write(out);
        }
        ParsedDocument document = parsed(file);
        assertEquals("年次報告", document.title());
        assertEquals(
                List.of("Paragraph|売上は増えた。", "HEADER|年\t額", "BODY|2023\t12"), blocks(document));
    }

    @Test
    void aSlideIsAPage() throws IOException {
        Path file = folder.resolve("a.pptx");
        try (var show = new XMLSlideShow();
                OutputStream out = Files.newOutputStream(file)) {
            for (String words : List.of("First slide", "二枚目")) {
                show.createSlide().createTextBox().setText(words);
            }
            show.write(out);
        }
        assertEquals(List.of("First slide", "二枚目"), pages(parsed(file)));
    }

    @Test
    void aSheetIsAPageAndItsFirstRowTheHeader() throws IOException {
        Path file = workbook(folder.resolve("a.xlsx"));
        assertEquals(
                List.of("Heading1|Sales", "HEADER|Year\tSum", "BODY|2023\t12", "Heading1|Empty"),
                blocks(parsed(file)));
        assertEquals(2, parsed(file).pages().size());
    }

    @Test
    void anEncryptedWorkbookNeedsItsPassword() throws IOException, GeneralSecurityException {
        Path plain = workbook(folder.resolve("plain.xlsx"));
        Path file = folder.resolve("secret.xlsx");
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("secret");
        try (var container = new POIFSFileSystem()) {
            try (OutputStream out = encryptor.getDataStream(container)) {
                Files.copy(plain, out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }
        var parsers = new DocumentParsers();
        assertInstanceOf(ParseOutcome.NeedsPassword.class, parsers.parse(file));
        assertInstanceOf(
                ParseOutcome.NeedsPassword.class, parsers.parse(file, new ParseOptions("other")));
        ParseOutcome opened = parsers.parse(file, new ParseOptions("secret"));
        assertEquals(
                parsed(plain).text(),
                assertInstanceOf(ParseOutcome.Parsed.class, opened).document().text());
    }

    @Test
    void anEmbeddedFileFollowsTheText() throws IOException, InvalidFormatException {
        byte[] embedded = Files.readAllBytes(workbook(folder.resolve("a.xlsx")));
        Path file = folder.resolve("a.docx");
        try (var document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            document.createParagraph().createRun().setText("See the table.");
            var name = PackagingURIHelper.createPartName("/word/embeddings/sales.xlsx");
            var part =
                    document.getPackage().createPart(name, XSSFRelation.WORKBOOK.getContentType());
            try (OutputStream content = part.getOutputStream()) {
                content.write(embedded);
            }
            document.getPackagePart()
                    .addRelationship(
                            name, TargetMode.INTERNAL, POIXMLDocument.PACK_OBJECT_REL_TYPE);
            document.write(out);
        }
        assertEquals(
                List.of(
                        "Paragraph|See the table.",
                        "Heading1|sales.xlsx",
                        "Heading2|Sales",
                        "HEADER|Year\tSum",
                        "BODY|2023\t12",
                        "Heading2|Empty"),
                blocks(parsed(file)));
    }

    @Test
    void aDocumentCutShortIsDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(workbook(folder.resolve("a.xlsx")));
        Path file = Files.write(folder.resolve("b.xlsx"), Arrays.copyOf(whole, 900));
        assertInstanceOf(ParseOutcome.Damaged.class, new DocumentParsers().parse(file));
    }

    @Test
    void openDocumentTextKeepsHeadings() throws IOException {
        String office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
        String text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
        String content =
                "<office:document-content xmlns:office='%s' xmlns:text='%s'><office:body>"
                        + "<office:text><text:h text:outline-level='2'>Heading</text:h>"
                        + "<text:p>Words.</text:p></office:text></office:body>"
                        + "</office:document-content>";
        Map<String, String> members = new LinkedHashMap<>();
        members.put("mimetype", "application/vnd.oasis.opendocument.text");
        members.put("content.xml", content.formatted(office, text));
        ParsedDocument document = parsed(zip(folder.resolve("a.odt"), members));
        assertEquals(List.of("Heading2|Heading", "Paragraph|Words."), blocks(document));
    }

    @Test
    void aChapterOfABookIsAPage() throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("mimetype", "application/epub+zip");
        members.put(
                "META-INF/container.xml",
                "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
                        + "<rootfile full-path='b.opf' media-type='application/oebps-package+xml'/>"
                        + "</rootfiles></container>");
        members.put(
                "b.opf",
                "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'>"
                        + "<metadata xmlns:dc='http://purl.org/dc/elements/1.1/'>"
                        + "<dc:title>Kokoro</dc:title></metadata><manifest>"
                        + "<item id='a' href='a.xhtml' media-type='application/xhtml+xml'/>"
                        + "<item id='b' href='b.xhtml' media-type='application/xhtml+xml'/>"
                        + "</manifest><spine><itemref idref='a'/><itemref idref='b'/></spine>"
                        + "</package>");
        members.put("a.xhtml", "<html><body><h1>上</h1><p>私は先生と呼んだ。</p></body></html>");
        members.put("b.xhtml", "<html><body><h1>下</h1><p>手紙。</p></body></html>");
        ParsedDocument document = parsed(zip(folder.resolve("a.epub"), members));
        assertEquals("Kokoro", document.title());
        assertEquals(
                List.of("上\n\n私は先生と呼んだ。", "下\n\n手紙。"),
                pages(document).stream().map(String::strip).toList());
    }

    @Test
    void richTextIsReadInItsCodePage() throws IOException {
        String rtf =
                "{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0\\fcharset128 M;}}\\f0 "
                        + "\\'93\\'fa\\'96\\'7b\\par second\\par}";
        ParsedDocument document = parsed(write(folder.resolve("a.rtf"), rtf));
        assertEquals(List.of("Paragraph|日本", "Paragraph|second"), blocks(document));
    }

    @Test
    void theStrictFormIsReadAsTheUsualOne() throws IOException {
        Path usual = workbook(folder.resolve("usual.xlsx"));
        assertEquals(blocks(parsed(usual)), blocks(parsed(strict(usual))));
        Path text = folder.resolve("usual.docx");
        try (var document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(text)) {
            document.getProperties().getCoreProperties().setTitle("Strict");
            for (int i = 0; i < 3000; i++) {
                document.createParagraph().createRun().setText("厳密な段落 " + i);
            }
            document.write(out);
        }
        ParsedDocument converted = parsed(strict(text));
        assertEquals(blocks(parsed(text)), blocks(converted));
        assertEquals("Strict", converted.title());
    }

    @Test
    void aDamagedStrictFileIsDamaged() throws IOException {
        Path strict = strict(workbook(folder.resolve("usual.xlsx")));
        byte[] bytes = Files.readAllBytes(strict);
        Files.write(strict, Arrays.copyOf(bytes, bytes.length / 2));
        assertInstanceOf(ParseOutcome.Damaged.class, new DocumentParsers().parse(strict));
    }

    /// The same file under the names of ISO/IEC 29500's strict form, as Office saves it.
    private static Path strict(Path usual) throws IOException {
        Path strict = usual.resolveSibling("strict-" + usual.getFileName());
        try (var in = new ZipFile(usual.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(strict))) {
            for (ZipEntry part : Collections.list(in.entries())) {
                String text =
                        new String(in.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                out.putNextEntry(new ZipEntry(part.getName()));
                out.write(
                        text.replaceAll(
                                        "http://schemas.openxmlformats.org/(officeDocument|spreadsheetml|wordprocessingml|drawingml)/2006/",
                                        "http://purl.oclc.org/ooxml/$1/")
                                .replace("extended-properties", "extendedProperties")
                                .getBytes(StandardCharsets.UTF_8));
            }
        }
        return strict;
    }

    private static Path workbook(Path file) throws IOException {
        try (var workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet("Sales");
            var header = sheet.createRow(0);
            header.createCell(0).setCellValue("Year");
            header.createCell(1).setCellValue("Sum");
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue(2023);
            row.createCell(1).setCellValue(12);
            workbook.createSheet("Empty");
            workbook.write(out);
        }
        return file;
    }
}
