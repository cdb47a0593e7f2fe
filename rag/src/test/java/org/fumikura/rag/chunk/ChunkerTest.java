package org.fumikura.rag.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Page;
import org.fumikura.rag.Passage;
import org.fumikura.rag.Span;
import org.fumikura.rag.parse.Block;
import org.fumikura.rag.parse.ParsedDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkerTest {
    private static final DocumentId ID = new DocumentId("0".repeat(64));

    private final Draft draft = new Draft();

    @Test
    void aSmallDocumentIsOnePassage() {
        draft.heading(1, "Title").paragraph("One sentence.").paragraph("Another one.");
        List<Passage> passages = chunk();
        assertEquals(1, passages.size());
        assertEquals("Title\nOne sentence.\nAnother one.", passages.getFirst().text());
        assertEquals(List.of(), passages.getFirst().headings());
    }

    @Test
    void longTextIsCutBetweenSentencesInPartsOfAboutEqualSize() {
        draft.paragraph("これは三十字くらいの長さがある普通の日本語の文です。".repeat(40));
        List<Passage> passages = chunk();
        assertEquals(3, passages.size());
        for (Passage passage : passages) {
            assertTrue(passage.text().startsWith("これは"), passage.text());
            assertTrue(passage.text().endsWith("です。"), passage.text());
            int length = passage.text().length();
            assertTrue(length > 280 && length < 480, "length " + length);
        }
    }

    @Test
    void passagesUnderAHeadingCarryItsPath() {
        draft.heading(1, "Book").heading(2, "Chapter");
        draft.paragraph("A sentence of some length about things. ".repeat(60));
        List<Passage> passages = chunk();
        assertEquals(List.of(), passages.getFirst().headings());
        assertEquals(List.of("Book", "Chapter"), passages.getLast().headings());
    }

    @Test
    void noPassageCrossesAPage() {
        draft.paragraph("The end of page one.").page().paragraph("And page two goes on.");
        assertEquals(List.of(1, 2), chunk().stream().map(Passage::page).toList());
    }

    @Test
    void tablesAreCutBetweenRowsAndTakeTheirHeaderAlong() {
        draft.heading(1, "Prices").row(Block.TableRow.Role.HEADER, "Fruit\tPrice");
        for (int i = 0; i < 200; i++) {
            draft.row(Block.TableRow.Role.BODY, "apple number " + i + "\t" + i * 3 + " yen");
        }
        List<Passage> passages = chunk();
        assertTrue(passages.size() > 3);
        for (Passage passage : passages.subList(1, passages.size())) {
            assertTrue(passage.text().startsWith("apple number"));
            assertTrue(passage.text().endsWith("yen"));
            assertEquals(List.of("Prices", "Fruit | Price"), passage.headings());
        }
    }

    @Test
    void aSentenceLargerThanAPassageIsCutAtItsCommas() {
        draft.paragraph("とても長い文が読点だけで続いていき、".repeat(80) + "終わる。");
        List<Passage> passages = chunk();
        assertTrue(passages.size() > 2);
        for (Passage passage : passages.subList(0, passages.size() - 1)) {
            assertTrue(passage.text().endsWith("、"), passage.text());
        }
    }

    @Test
    void aPageNumberIsNoPassage() {
        draft.paragraph("Words that matter on this page.").page().paragraph("12");
        assertEquals(1, chunk().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(This page is intentionally left blank.) 12",
                "This Page Intentionally\nLeft Blank",
                "このページは白紙です。",
                "- 3 -\n本頁は空白となっています"
            })
    void aPageThatOnlySaysThatItIsBlankIsNoPassage(String notice) {
        draft.paragraph("Gardens need water in summer.").page().paragraph(notice);
        assertEquals(
                List.of("Gardens need water in summer."),
                chunk().stream().map(Passage::text).toList());
    }

    @Test
    void aSentenceAboutBlankPagesIsAPassage() {
        draft.paragraph("A line.").page().paragraph("This page left blank spaces for stamps.");
        assertEquals(2, chunk().size());
    }

    @Test
    void smallSectionsShareAPassage() {
        draft.heading(1, "Terms");
        for (String term : List.of("Lease", "Rent", "Deposit")) {
            draft.heading(2, term).paragraph("What " + term + " means, in a few words.");
        }
        assertEquals(1, chunk().size());
    }

    @Test
    void aLineTooSmallToStandAloneJoinsTheSectionAfterIt() {
        draft.paragraph("Running head").heading(1, "Chapter");
        draft.paragraph("A sentence of some length about things. ".repeat(60));
        assertTrue(chunk().getFirst().text().startsWith("Running head\nChapter\nA sentence"));
    }

    @Test
    void aHeadingRightAboveAnotherGoesWithIt() {
        draft.heading(1, "One").paragraph("A sentence of some length about things. ".repeat(24));
        draft.heading(1, "Two").heading(2, "Inside");
        draft.paragraph("Another sentence about other things. ".repeat(24));
        assertTrue(chunk().getLast().text().startsWith("Two\nInside\nAnother"));
    }

    @Test
    void codeKeepsItsLines() {
        draft.verbatim("def f(x):\n    return x\n".repeat(100).strip());
        for (Passage passage : chunk()) {
            assertFalse(passage.text().startsWith("\n"));
            assertTrue(passage.text().contains("\n    return x") || passage.text().length() < 20);
        }
    }

    @Test
    void theSameDocumentIsAlwaysCutTheSame() {
        draft.paragraph("A sentence here. ".repeat(200));
        assertEquals(chunk(), chunk());
        List<Integer> ordinals = chunk().stream().map(p -> p.id().ordinal()).toList();
        assertEquals(
                java.util.stream.IntStream.range(0, ordinals.size()).boxed().toList(), ordinals);
    }

    @Test
    void anEditInALongTextWithoutHeadingsLeavesThePassagesFurtherOnAsTheyWere() {
        for (int seed = 0; seed < 20; seed++) {
            List<String> paragraphs = paragraphs(new Random(seed));
            Set<String> before = texts(paragraphs);
            paragraphs.add(
                    paragraphs.size() / 3, "One more paragraph was put in here. It is short.");
            Set<String> after = texts(paragraphs);
            Set<String> fresh = new HashSet<>(after);
            fresh.removeAll(before);
            assertTrue(
                    fresh.size() <= 48,
                    "seed " + seed + ": " + fresh.size() + " of " + after.size() + " are new");
        }
    }

    private static List<String> paragraphs(Random random) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            var paragraph = new StringBuilder();
            int sentences = 2 + random.nextInt(8);
            for (int sentence = 0; sentence < sentences; sentence++) {
                paragraph.append("Sentence ").append(i).append(' ');
                paragraph.append("about kettles ".repeat(1 + random.nextInt(9))).append("ends. ");
            }
            paragraphs.add(paragraph.toString().strip());
        }
        return paragraphs;
    }

    private static Set<String> texts(List<String> paragraphs) {
        var draft = new Draft();
        paragraphs.forEach(draft::paragraph);
        return new Chunker()
                .chunk(ID, draft.finish()).stream()
                        .map(Passage::text)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The passages of the draft, after checking what holds for all passages.
    private List<Passage> chunk() {
        ParsedDocument document = draft.finish();
        List<Passage> passages = new Chunker().chunk(ID, document);
        int end = 0;
        for (Passage passage : passages) {
            assertTrue(passage.span().start() >= end, "passages overlap");
            end = passage.span().end();
            assertEquals(passage.span().of(document.text()), passage.text());
            Span page = document.pages().get(passage.page() - 1).span();
            assertTrue(page.contains(passage.span()), "a passage crosses a page");
        }
        return passages;
    }

    /// A document being written, a line break between its blocks.
    private static final class Draft {
        private final StringBuilder text = new StringBuilder();
        private final List<Block> blocks = new ArrayList<>();
        private final List<Page> pages = new ArrayList<>();
        private int pageStart;

        Draft heading(int level, String words) {
            blocks.add(new Block.Heading(add(words), level));
            return this;
        }

        Draft paragraph(String words) {
            blocks.add(new Block.Paragraph(add(words)));
            return this;
        }

        Draft row(Block.TableRow.Role role, String words) {
            blocks.add(new Block.TableRow(add(words), role));
            return this;
        }

        Draft verbatim(String words) {
            blocks.add(new Block.Verbatim(add(words)));
            return this;
        }

        Draft page() {
            pages.add(new Page(pages.size() + 1, new Span(pageStart, text.length())));
            pageStart = text.length();
            return this;
        }

        ParsedDocument finish() {
            List<Page> all = new ArrayList<>(pages);
            all.add(new Page(all.size() + 1, new Span(pageStart, text.length())));
            return new ParsedDocument("", "text/plain", text.toString(), all, blocks);
        }

        private Span add(String words) {
            int start = text.length();
            text.append(words);
            var span = new Span(start, text.length());
            text.append('\n');
            return span;
        }
    }
}
