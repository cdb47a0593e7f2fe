package org.fumikura.rag.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.fumikura.rag.answer.Language;
import org.junit.jupiter.api.Test;

class WrittenInTest {
    @Test
    void aFewForeignWordsDoNotChangeTheLanguage() {
        assertEquals(
                Language.ENGLISH, WrittenIn.most("The word 水車 means water wheel in Japanese."));
        assertEquals(Language.JAPANESE, WrittenIn.most("PDF を HTML に変換します。"));
    }

    @Test
    void scriptTellsTheWrongLanguage() {
        assertTrue(WrittenIn.canBe("東京", Locale.JAPANESE));
        assertFalse(WrittenIn.canBe("Tokyo", Locale.JAPANESE));
        assertFalse(WrittenIn.canBe("東京です", Locale.ENGLISH));
        assertFalse(WrittenIn.canBe("東京です", Locale.CHINESE));
        assertTrue(WrittenIn.canBe("Das Haus", Locale.GERMAN));
        assertTrue(WrittenIn.canBe("1,250", Locale.JAPANESE));
    }

    @Test
    void namesMayStayAndWordsMayNot() {
        String source = "The landlord uses Linux.";
        assertTrue(WrittenIn.leavesNothing(source, "家主は Linux を使います。", Locale.JAPANESE));
        assertFalse(WrittenIn.leavesNothing(source, "landlord は Linux を使います。", Locale.JAPANESE));
        assertTrue(WrittenIn.leavesNothing(source, "Der landlord", Locale.GERMAN));
    }

    @Test
    void onlyWhatIsSurelyInTheLanguageNeedsNoTranslation() {
        assertTrue(WrittenIn.isIn("これは本です。", Locale.JAPANESE));
        assertFalse(WrittenIn.isIn("東京", Locale.JAPANESE));
        assertTrue(WrittenIn.isIn("2024", Locale.GERMAN));
        assertFalse(WrittenIn.isIn("house", Locale.GERMAN));
    }
}
