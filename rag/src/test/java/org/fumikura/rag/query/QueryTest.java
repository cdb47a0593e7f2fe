package org.fumikura.rag.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    private static final LocalDate DAY = LocalDate.of(2024, 5, 1);

    private static Query understood(String text) {
        return switch (Query.read(text)) {
            case QueryReading.Understood(Query query) -> query;
            case QueryReading.Wordless(Query query) -> query;
            case QueryReading.Malformed malformed -> throw new AssertionError(malformed);
        };
    }

    @Test
    void everyPartIsTakenOutOfTheWords() {
        assertEquals(
                new Query(
                        "tower \"north pier\" -harbour -\"old town\" file:report type:pdf after:2024-05 before:2025/01/31",
                        "tower \"north pier\"",
                        List.of("north pier"),
                        List.of("harbour", "old town"),
                        List.of(
                                new FileFilter.Named("report"),
                                new FileFilter.OfType("pdf"),
                                new FileFilter.Since(DAY),
                                new FileFilter.Before(LocalDate.of(2025, 1, 31)))),
                understood(
                        "tower \"north pier\" -harbour -\"old town\" file:report type:pdf after:2024-05 before:2025/01/31"));
    }

    @Test
    void fullWidthCharactersDoAsWell() {
        Query query = understood("灯台　“北の岬”　－港　ｆｉｌｅ：報告書　type：ｐｄｆ　after：２０２４年５月");
        assertEquals("灯台　“北の岬”", query.words());
        assertEquals(List.of("北の岬"), query.phrases());
        assertEquals(List.of("港"), query.excluded());
        assertEquals(
                List.of(
                        new FileFilter.Named("報告書"),
                        new FileFilter.OfType("pdf"),
                        new FileFilter.Since(DAY)),
                query.filters());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does the error \u2018type: mismatch\u2019 mean?",
                "Note: the file: is missing",
                "see file:///home/a/b and http://example.org:80/after",
                "profile:x and prototype:y",
                "開始時刻：10時、種類：不明",
                "it was 12:30 before: we ate",
                "well-known e-mail re-use",
                "at -5 degrees",
                "a 5\" disk and a 3\" disk",
                "an empty \"\" or \" \" quote",
                "- one\n- two",
                "How do I use the -verbose flag?",
                "What is ls -l? And tar?",
                "「個人情報」とは何ですか。",
            })
    void plainLanguageIsNotMisread(String text) {
        assertEquals(new QueryReading.Understood(Query.plain(text)), Query.read(text));
    }

    @ParameterizedTest
    @CsvSource({
        "after:yesterday, AFTER, yesterday",
        "before:2024-13, BEFORE, 2024-13",
        "after:2023-02-30, AFTER, 2023-02-30",
        "after：昨日, AFTER, 昨日",
        "type:a/b, TYPE, a/b",
    })
    void aFilterWithoutSenseIsNamed(String filter, FilterName name, String value) {
        assertEquals(new QueryReading.Malformed(name, value), Query.read("lighthouse " + filter));
    }

    @Test
    void whatIsQuotedIsNoFilter() {
        Query query = understood("\"after:lunch\" \"-verbose\"");
        assertEquals(List.of("after:lunch", "-verbose"), query.phrases());
        assertEquals(List.of(), query.filters());
        assertEquals(List.of(), query.excluded());
    }

    @Test
    void anExclusionMayFollowAQuestion() {
        Query query = understood("How tall is the lighthouse? -harbour type:pdf");
        assertEquals("How tall is the lighthouse?", query.words());
        assertEquals(List.of("harbour"), query.excluded());
        assertEquals(List.of(new FileFilter.OfType("pdf")), query.filters());
    }

    @Test
    void filtersAloneAreNoQuery() {
        assertTrue(Query.read("type:pdf -draft") instanceof QueryReading.Wordless);
        assertTrue(Query.read("type:pdf \"draft\"") instanceof QueryReading.Understood);
        assertTrue(Query.read(" ") instanceof QueryReading.Understood);
    }

    @ParameterizedTest
    @CsvSource({
        "file:report, /a/Annual REPORT.pdf, true",
        "file:report, /report/a.pdf, false",
        "file:report/, /report/a.pdf, true",
        "file:*.md, /a/notes.md, true",
        "file:note?.md, /a/notes.md, true",
        "file:*.md, /a/notes.mdx, false",
        "file:報告, /a/年次報告.pdf, true",
        "-file:draft, /a/draft.pdf, false",
        "file:a. file:b., /x/b.txt, true",
        "type:word, /a/x.DOCX, true",
        "type:word, /a/x.pdf, false",
        "type:word type:pdf, /a/x.pdf, true",
        "-type:pdf, /a/x.pdf, false",
        "type:pdf, /a/pdf, false",
        "type:.txt, /a/x.txt, true",
        "after:2024-05-01, /a/x, true",
        "after:2024-05-02, /a/x, false",
        "before:2024-05-01, /a/x, false",
        "before:2024年5月2日, /a/x, true",
        "after:2024 before:2025, /a/x, true",
        "-after:2024, /a/x, false",
    })
    void filtersChooseFiles(String filters, String path, boolean admitted) {
        assertEquals(admitted, understood("word " + filters).admits(Path.of(path), DAY));
    }

    @Test
    void aTypeIsNotAPartOfOne() {
        assertFalse(understood("w type:htm").admits(Path.of("/a/x.md"), DAY));
    }

    @Test
    void aFilterTakesThePlaceOfThoseOfItsName() {
        assertEquals(
                "deposit type:pdf",
                Query.withFilter("deposit", FilterName.TYPE, Optional.of("pdf")));
        assertEquals(
                "deposit file:a type:pdf",
                Query.withFilter(
                        "deposit type:word file:a -type:md", FilterName.TYPE, Optional.of("pdf")));
        assertEquals(
                "敷金 file:\"年次 報告\"",
                Query.withFilter("敷金　ｔｙｐｅ：pdf", FilterName.TYPE, Optional.empty())
                        + " "
                        + FilterName.FILE.typed("年次 報告"));
        assertEquals("", Query.withFilter("after:2024", FilterName.AFTER, Optional.empty()));
        assertEquals(
                "\"type:pdf\" x",
                Query.withFilter("\"type:pdf\" x", FilterName.TYPE, Optional.empty()));
    }

    @Test
    void aFilterIsTypedAsItIsRead() {
        String typed = "file:a -type:md after:2024-05-01 before:2025-01-01";
        if (Query.read("x " + typed) instanceof QueryReading.Understood(Query query)) {
            assertEquals(
                    typed,
                    query.filters().stream()
                            .map(FileFilter::typed)
                            .collect(Collectors.joining(" ")));
        } else {
            throw new AssertionError(typed);
        }
    }
}
