package org.fumikura.rag.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.fumikura.rag.chunk.SentenceSplitter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BegunTest {
    private static Begun begun(String before) {
        return Begun.of(before, new SentenceSplitter());
    }

    @Test
    void sentenceIsWhatHasNotEnded() {
        assertEquals(
                new Begun("The mill is old.", "It was built in"),
                begun("The mill is old. It was built in "));
        assertEquals(new Begun("敷金について。", "敷金は"), begun("敷金について。敷金は"));
        assertEquals(new Begun("The mill is old.", ""), begun("The mill is old."));
        assertEquals(new Begun("The mill", ""), begun("The mill\n"));
        assertEquals(new Begun("", ""), begun(" \n"));
    }

    @Test
    void onlyTheLastSentencesCount() {
        Begun last = begun("One is one. Two is two. Three is three. Four ");
        assertEquals(new Begun("Two is two. Three is three.", "Four"), last);
        String endless = "word ".repeat(200);
        assertEquals(160, begun(endless).sentence().length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It was built in  |It was built in 1742.|' 1742.'",
                "It was built in  |it was built in 1742.|' 1742.'",
                "The dep          |The deposit is high.  |'osit is high.'",
                "The house. It was|was built.            |' built.'",
                "It was           |built in 1742.        |' built in 1742.'",
                "敷金は              |敷金は9万円です。              |9万円です。",
                "敷金は              |9万円です。                 |9万円です。"
            })
    void restIsWhatTheNoteDoesNotSayYet(String before, String written, String rest) {
        assertEquals(rest, begun(before).rest(before, written));
    }

    @Test
    void spaceIsNotDoubled() {
        String before = "It was built in ";
        assertEquals("1742.", begun(before).rest(before, "It was built in 1742."));
        assertEquals("Next.", begun("A. ").rest("A. ", "Next."));
        assertEquals(" Next.", begun("It ended.").rest("It ended.", "Next."));
    }
}
