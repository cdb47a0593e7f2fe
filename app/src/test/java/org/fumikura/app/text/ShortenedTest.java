package org.fumikura.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ShortenedTest {
    @Test
    void wordsAreKeptWholeAndJapaneseIsCutBetweenCharacters() {
        assertEquals("Lost key cards", Shortened.line(" Lost\nkey  cards ", 14));
        assertEquals("Lost key…", Shortened.line("Lost key cards", 11));
        assertEquals("Lost key…", Shortened.line("Lost key cards", 9));
        assertEquals("Lost…", Shortened.line("Lost key cards", 7));
        assertEquals("Unbreak…", Shortened.line("Unbreakable", 7));
        assertEquals("出張の…", Shortened.line("出張の日当", 3));
        assertEquals("出張…", Shortened.line("出張𠮷野", 3));
    }
}
