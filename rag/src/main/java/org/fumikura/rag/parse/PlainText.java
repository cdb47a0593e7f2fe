package org.fumikura.rag.parse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// Tells text that is nothing else from its beginning, in microseconds. Hundreds of signatures of
/// other formats cost more than reading a note does.
final class PlainText {
    private static final int HEAD = 4096;

    /// How mark-up, PDF, PostScript, RTF, JSON, scripts, mail, calendars and contacts begin.
    private static final Pattern SOMETHING_ELSE =
            Pattern.compile("[<%{]|#!|From |[A-Za-z][\\w-]*[:;]");

    private PlainText() {}

    /// Whether it is text for certain; otherwise it may be text or not.
    static boolean isCertain(Input input) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        try (SeekableByteChannel channel = input.channel()) {
            while (head.hasRemaining() && channel.read(head) >= 0) {
                // A channel may give less than there is.
            }
        }
        for (int i = 0; i < head.position(); i++) {
            if (isControl(head.get(i))) {
                return false;
            }
        }
        String text =
                new String(head.array(), 0, head.position(), StandardCharsets.UTF_8)
                        .replace("\uFEFF", "")
                        .strip();
        return !SOMETHING_ELSE.matcher(text).lookingAt();
    }

    /// Whether no encoding of text that is read byte by byte has it. Escape begins Japanese in
    /// ISO-2022-JP.
    private static boolean isControl(byte value) {
        return value >= 0
                && value < ' '
                && value != '\t'
                && value != '\n'
                && value != '\f'
                && value != '\r'
                && value != 0x1B;
    }
}
