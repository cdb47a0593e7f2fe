package org.fumikura.inference.ffm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextStreamTest {
    private final List<String> out = new ArrayList<>();

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void characterCutBetweenTokensComesWhole() {
        TextStream stream = new TextStream(List.of(), out::add);
        byte[] bytes = utf8("港𠮷");
        for (byte part : bytes) {
            stream.accept(new byte[] {part});
        }
        stream.finish();
        assertEquals(List.of("港", "𠮷"), out);
    }

    @Test
    void characterCutOffAtTheEndIsLeftOut() {
        TextStream stream = new TextStream(List.of(), out::add);
        stream.accept(Arrays.copyOf(utf8("a港"), 3));
        stream.finish();
        assertEquals("a", String.join("", out));
    }

    @Test
    void possibleBeginningOfAStopIsHeldBack() {
        TextStream stream = new TextStream(List.of("END"), out::add);
        stream.accept(utf8("one E"));
        assertEquals(List.of("one "), out);
        stream.accept(utf8("ND two"));
        assertTrue(stream.stopped());
        stream.finish();
        assertEquals("one ", String.join("", out));
    }

    @Test
    void falseBeginningOfAStopComesOut() {
        TextStream stream = new TextStream(List.of("END"), out::add);
        stream.accept(utf8("EN"));
        stream.accept(utf8("ormous"));
        assertFalse(stream.stopped());
        assertEquals("ENormous", String.join("", out));
    }

    @Test
    void whatWasHeldBackComesAtTheEnd() {
        TextStream stream = new TextStream(List.of("END"), out::add);
        stream.accept(utf8("the EN"));
        stream.finish();
        assertEquals("the EN", String.join("", out));
    }
}
