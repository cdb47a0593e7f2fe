package org.fumikura.rag.chunk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.fumikura.rag.Span;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {
    private final SentenceSplitter splitter = new SentenceSplitter();

    @Test
    void japaneseSentencesEndAtTheirStops() {
        assertSentences("東京は首都です。|人口は？|約1400万人！|多い。");
    }

    @Test
    void aQuotedSentenceBelongsToTheOneAroundIt() {
        assertSentences("彼は「行こう。すぐに。」と言った。|皆（私も。）は従った。|「はい。」|終わり。");
    }

    @Test
    void englishSentencesEndAtTheirStops() {
        assertSentences("It works. |Does it? |Yes! |\"It does.\" |He left.");
    }

    @Test
    void abbreviationsInitialsAndNumbersEndNothing() {
        assertSentences(
                "Dr. J. R. Smith paid 3.5 million, e.g. in U.S. dollars. |See Fig. 3 at 10 a.m. today.");
        assertSentences("Acme Inc. The firm grew.".replace(". The", ". |The"));
        assertSentences("売上は3.5億円で、Yahoo!ニュースが報じた。|次の文。");
    }

    @Test
    void markersStayWithTheirEntries() {
        assertSentences("1. Introduction to it\n|2. Methods\n|- one\n|- two");
        assertSentences("１．目的は明確である。\n|２．方法");
    }

    @Test
    void linesBrokenToFitAreOneSentence() {
        assertSentences("This line was broken by some program because it was\ntoo wide. |Next.");
        assertSentences("Title\n|The text begins here.\n|\n|Another paragraph");
    }

    @Test
    void blankTextHasNoSentences() {
        assertEquals(List.of(), splitter.split(" \n\n "));
    }

    @Test
    void appendingChangesOnlyTheLastSentence() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        String[] pieces = {
            "今日",
            "。",
            "「",
            "」",
            "と",
            "？",
            "です",
            ".",
            " ",
            "\n",
            "Mr",
            "A",
            "b",
            "3",
            "(",
            ")",
            "!",
            "- ",
            "e.g",
            "…",
            "．",
            "１",
            "\n\n",
            "word ",
            "　",
            "\"",
            "the quick brown fox "
        };
        for (int round = 0; round < 300; round++) {
            var text = new StringBuilder();
            List<Span> before = List.of();
            for (int i = 0; i < 60; i++) {
                text.append(pieces[random.nextInt(pieces.length)]);
                List<Span> now = splitter.split(text.toString());
                int fixed = Math.max(0, before.size() - 1);
                assertEquals(
                        before.subList(0, fixed),
                        now.subList(0, Math.min(fixed, now.size())),
                        "seed " + seed + ": " + text);
                before = now;
            }
        }
    }

    private void assertSentences(String marked) {
        String text = marked.replace("|", "");
        List<String> expected =
                List.of(marked.split("\\|", -1)).stream()
                        .map(String::strip)
                        .filter(sentence -> !sentence.isEmpty())
                        .toList();
        assertEquals(expected, splitter.split(text).stream().map(s -> s.of(text)).toList());
    }
}
