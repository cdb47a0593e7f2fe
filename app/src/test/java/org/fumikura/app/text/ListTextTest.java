package org.fumikura.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.fumikura.ui.Messages;
import org.junit.jupiter.api.Test;

class ListTextTest {
    @Test
    void eachLanguagePartsThingsInItsOwnWay() {
        List<String> things = List.of("日当", "宿泊", "{0}");
        assertEquals("日当, 宿泊, {0}", ListText.of(Messages.of(Locale.ENGLISH), things));
        assertEquals("日当、宿泊、{0}", ListText.of(Messages.of(Locale.JAPANESE), things));
        assertEquals("", ListText.of(Messages.of(Locale.ENGLISH), List.of()));
    }
}
