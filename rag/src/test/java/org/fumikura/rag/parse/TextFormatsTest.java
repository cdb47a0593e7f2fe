package org.fumikura.rag.parse;

import static org.fumikura.rag.parse.Parsing.blocks;
import static org.fumikura.rag.parse.Parsing.pages;
import static org.fumikura.rag.parse.Parsing.parsed;
import static org.fumikura.rag.parse.Parsing.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFormatsTest {
    @TempDir Path folder;

    @Test
    void plainTextIsKeptAsItIs() throws IOException {
        String text = "First paragraph,\nsecond line.\n\n　次の段落。\n";
        ParsedDocument document = parsed(write(folder.resolve("a.txt"), text));
        assertEquals(text, document.text());
        assertEquals(
                List.of("Paragraph|First paragraph,\nsecond line.", "Paragraph|　次の段落。"),
                blocks(document));
    }

    @Test
    void whatAFileHoldsCountsForMoreThanItsName() throws IOException {
        String letter = "From: a@example.org\nSubject: Bees\nTo: b@example.org\n\nThey fly.\n";
        assertEquals(
                List.of("Paragraph|They fly."),
                blocks(parsed(write(folder.resolve("letter.txt"), letter))).stream()
                        .filter(block -> block.contains("fly"))
                        .toList());
        String page = "\uFEFF\n<!DOCTYPE html><html><body><p>They <b>sting</b>.</p></body></html>";
        assertEquals(
                List.of("Paragraph|They sting."),
                blocks(parsed(write(folder.resolve("page.txt"), page))));
    }

    @Test
    void textThatIsCertainIsToldByItsBeginning() throws IOException {
        for (String text :
                List.of("A note on bees.", "# Bees\n\n- one", "蜂は飛ぶ。", "\u001B$B%_\u001B(B", "")) {
            assertTrue(isCertain(text), text);
        }
        for (String text :
                List.of(
                        "<p>",
                        "%PDF-1.4",
                        "{\\rtf1",
                        "#!/bin/sh",
                        "Subject: bees",
                        "\u0000\u0001")) {
            assertFalse(isCertain(text), text);
        }
    }

    private boolean isCertain(String text) throws IOException {
        return PlainText.isCertain(new Input.OnDisk(write(folder.resolve("certain.txt"), text)));
    }

    @Test
    void formFeedsPartPages() throws IOException {
        ParsedDocument document = parsed(write(folder.resolve("a.txt"), "one\fthree\ffour"));
        assertEquals(List.of("one", "three", "four"), pages(document));
    }

    @Test
    void htmlLeavesOutWhatThePageHides() throws IOException {
        String html =
                """
                <p>One</p><!-- two --><p style="color: red; DISPLAY : none">three <b>four</b></p>
                <div hidden><p>five</p></div><p style="font-size:0px">six</p>
                <p style="font-size:0.9em">seven</p><p style="visibility:hidden">eight</p>
                """;
        assertEquals(
                List.of("Paragraph|One", "Paragraph|seven"),
                blocks(parsed(write(folder.resolve("hidden.html"), html))));
    }

    @Test
    void htmlKeepsHeadingsListsTablesAndCode() throws IOException {
        String html =
                """
                <html><head><title>Guide to bees</title><style>p {}</style></head><body>
                <h2>Bees &amp; <i>wasps</i></h2><p>They
                fly.<br>They sting.</p><script>alert("no")</script>
                <ol><li>Hive</li><li>Honey</li></ol><ul><li>Wax</li></ul>
                <table><tr><th>Name</th><th>Legs</th></tr><tr><td>Bee</td><td>6</td></tr></table>
                <pre>a
                  b</pre></body></html>
                """;
        ParsedDocument document = parsed(write(folder.resolve("bees.html"), html));
        assertEquals("Guide to bees", document.title());
        assertEquals(
                List.of(
                        "Heading2|Bees & wasps",
                        "Paragraph|They fly.\nThey sting.",
                        "Item|1. Hive",
                        "Item|2. Honey",
                        "Item|Wax",
                        "HEADER|Name\tLegs",
                        "BODY|Bee\t6",
                        "Verbatim|a\n  b"),
                blocks(document));
    }

    @Test
    void htmlHasNoSpaceWhereALineBreaksInJapaneseAndNoReadingsInTheText() throws IOException {
        String html = "<p>文書を\n 読む<ruby>人<rp>(</rp><rt>ひと</rt><rp>)</rp></ruby></p>";
        ParsedDocument document = parsed(write(folder.resolve("a.html"), html));
        assertEquals("文書を読む人", document.text());
    }

    @Test
    void tablesThatLayOutAPageAreNotTables() throws IOException {
        String html =
                "<table><tr><td>Menu</td><td><p>Story</p>"
                        + "<table><tr><td>A</td><td>1</td></tr></table></td></tr></table>";
        ParsedDocument document = parsed(write(folder.resolve("a.html"), html));
        assertEquals(List.of("Paragraph|Menu", "Paragraph|Story", "HEADER|A\t1"), blocks(document));
    }

    @Test
    void htmlIsReadInTheEncodingItDeclares() throws IOException {
        Path file = folder.resolve("a.html");
        String html = "<meta charset=\"Shift_JIS\"><p>①円</p>";
        Files.write(file, html.getBytes(Charset.forName("windows-31j")));
        assertEquals("①円", parsed(file).text());
    }

    @Test
    void markdownReadsAsRendered() throws IOException {
        String markdown =
                """
                # Tea

                Green *or* black.

                - leaf
                - stem

                | Kind | Minutes |
                |------|---------|
                | 煎茶 | 1 |

                ```
                brew()
                ```
                """;
        ParsedDocument document = parsed(write(folder.resolve("tea.md"), markdown));
        assertEquals("Tea", document.title());
        assertEquals(
                List.of(
                        "Heading1|Tea",
                        "Paragraph|Green or black.",
                        "Item|leaf",
                        "Item|stem",
                        "HEADER|Kind\tMinutes",
                        "BODY|煎茶\t1",
                        "Verbatim|brew()"),
                blocks(document));
    }

    @Test
    void csvRowsAreTableRowsWhateverPartsTheCells() throws IOException {
        ParsedDocument commas =
                parsed(write(folder.resolve("a.csv"), "名前,数\n\"りんご, 赤\",3\n\"two\nlines\",4\n"));
        assertEquals(
                List.of("HEADER|名前\t数", "BODY|りんご, 赤\t3", "BODY|two lines\t4"), blocks(commas));
        ParsedDocument semicolons = parsed(write(folder.resolve("b.csv"), "a;b\n1,5;2\n"));
        assertEquals(List.of("HEADER|a\tb", "BODY|1,5\t2"), blocks(semicolons));
    }

    @Test
    void xmlIsItsTextAndEntitiesAreNotFetched() throws IOException {
        Path secret = write(folder.resolve("secret.txt"), "secret");
        String xml =
                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \""
                        + secret.toUri()
                        + "\">]><r><a>first <b>part</b></a><a>second &x;</a></r>";
        ParsedDocument document = parsed(write(folder.resolve("a.xml"), xml));
        assertEquals(List.of("Paragraph|first part", "Verbatim|a: second &x;"), blocks(document));
    }

    @Test
    void xmlOfShortValuesIsRecordsOfNamedFields() throws IOException {
        String xml =
                "<?xml version='1.0'?><books xmlns:x='urn:x'><book x:id='7'><title>こころ</title>"
                        + "<price currency='JPY'>500</price></book>"
                        + "<book><title>Botchan</title><note>It was good.</note></book></books>";
        assertEquals(
                List.of(
                        "Verbatim|book.x:id: 7\ntitle: こころ\nprice.currency: JPY\nprice: 500",
                        "Verbatim|title: Botchan",
                        "Paragraph|It was good."),
                blocks(parsed(write(folder.resolve("a.xml"), xml))));
    }

    @Test
    void jsonIsRecordsOfNamedFields() throws IOException {
        String json =
                "{\"title\":\"名簿\",\"owner\":{\"name\":\"田中\",\"ok\":true},\"gone\":null,"
                        + "\"people\":[{\"name\":\"佐藤\",\"tags\":[\"a\",\"b\"]},{\"name\":\"X\"}]}";
        assertEquals(
                List.of(
                        "Verbatim|title: 名簿\nowner.name: 田中\nowner.ok: true",
                        "Heading1|people",
                        "Verbatim|name: 佐藤\ntags: a, b",
                        "Verbatim|name: X"),
                blocks(parsed(write(folder.resolve("a.json"), json))));
    }

    @Test
    void eachLineOfJsonLinesIsARecord() throws IOException {
        Path file = write(folder.resolve("a.jsonl"), "{\"id\":1,\"t\":\"x\"}\n{\"id\":2}\n");
        assertEquals(List.of("Verbatim|id: 1\nt: x", "Verbatim|id: 2"), blocks(parsed(file)));
    }

    @Test
    void whatIsNotQuiteJsonIsKeptAsItStands() throws IOException {
        Path file = write(folder.resolve("a.json"), "{\"a\": 1,\n  <<broken\n}");
        assertEquals(List.of("Verbatim|{\"a\": 1,\n  <<broken\n}"), blocks(parsed(file)));
    }

    @Test
    void rowsOfOneCellAboveATableAreItsTitle() throws IOException {
        String html =
                "<table><tr><td>売上</td></tr><tr><td>年</td><td>額</td></tr>"
                        + "<tr><td>2024</td><td>7</td></tr></table>"
                        + "<table><tr><td>a</td></tr><tr><td>b</td></tr></table>";
        assertEquals(
                List.of("Paragraph|売上", "HEADER|年\t額", "BODY|2024\t7", "HEADER|a", "BODY|b"),
                blocks(parsed(write(folder.resolve("a.html"), html))));
    }
}
