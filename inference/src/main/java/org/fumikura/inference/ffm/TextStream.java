package org.fumikura.inference.ffm;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Turns the bytes of an answer's tokens into text as soon as it is certain: a character that is
/// not whole yet is held back, and so is what may be the beginning of a stop string.
final class TextStream {
    private final List<String> stops;
    private final Consumer<String> out;
    private final StringBuilder held = new StringBuilder();
    private byte[] partial = {};
    private boolean stopped;

    /// @param stops strings that end the answer and are not part of it
    TextStream(List<String> stops, Consumer<String> out) {
        this.stops = stops.stream().filter(stop -> !stop.isEmpty()).toList();
        this.out = out;
    }

    /// Whether a stop string came; nothing is taken after it.
    boolean stopped() {
        return stopped;
    }

    void accept(byte[] bytes) {
        byte[] all = new byte[partial.length + bytes.length];
        System.arraycopy(partial, 0, all, 0, partial.length);
        System.arraycopy(bytes, 0, all, partial.length, bytes.length);
        int whole = all.length - unfinished(all);
        held.append(text(ByteBuffer.wrap(all, 0, whole)));
        partial = Arrays.copyOfRange(all, whole, all.length);
        release();
    }

    /// The end of the answer: what was held back comes out, but for a character that was cut off.
    void finish() {
        if (!stopped) {
            emit(held.length());
        }
    }

    /// What is no character, which small models do write, is left out.
    private static CharBuffer text(ByteBuffer utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.IGNORE)
                    .decode(utf8);
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void release() {
        int end = held.length();
        for (String stop : stops) {
            int found = held.indexOf(stop);
            if (found >= 0) {
                stopped = true;
                end = Math.min(end, found);
            }
        }
        if (!stopped) {
            for (String stop : stops) {
                end = Math.min(end, held.length() - begun(stop));
            }
        }
        emit(end);
    }

    private void emit(int end) {
        if (end > 0) {
            out.accept(held.substring(0, end));
            held.delete(0, end);
        }
    }

    /// How many characters at the end may be the beginning of the stop string.
    private int begun(String stop) {
        for (int length = Math.min(stop.length() - 1, held.length()); length > 0; length--) {
            if (stop.startsWith(held.substring(held.length() - length))) {
                return length;
            }
        }
        return 0;
    }

    /// Bytes at the end that begin a character and do not complete it.
    private static int unfinished(byte[] bytes) {
        for (int back = 1; back <= Math.min(3, bytes.length); back++) {
            int lead = bytes[bytes.length - back] & 0xFF;
            if (lead >= 0xC0) {
                int needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
                return needed > back ? back : 0;
            }
            if (lead < 0x80) {
                return 0;
            }
        }
        return 0;
    }
}
