package org.fumikura.rag.parse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/// E-mail: a message is a page that begins with its subject as a heading and the lines that say who
/// wrote to whom and when. Attached messages and files follow on pages of their own.
final class MailParser implements FormatParser {
    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        byte[] bytes = input.bytes();
        var assembly = new TextAssembly();
        var content = new MailContent(assembly, unpacking);
        String title = "";
        if (mediaType.equals("application/mbox")) {
            for (byte[] message : messages(bytes)) {
                assembly.beginPage();
                content.append(read(message), 1);
            }
        } else {
            Message message = read(bytes);
            title = Titles.sensible(MailContent.header(message, "Subject"));
            content.append(message, 1);
        }
        return assembly.finish(title, mediaType);
    }

    private static Message read(byte[] bytes) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        return builder.parseMessage(new ByteArrayInputStream(bytes));
    }

    /// The messages of a mailbox: each begins after a line that starts with `From `.
    private static List<byte[]> messages(byte[] mailbox) {
        List<byte[]> found = new ArrayList<>();
        String latin = new String(mailbox, StandardCharsets.ISO_8859_1);
        int start = -1;
        for (int line = 0; line >= 0 && line < latin.length(); ) {
            int next = latin.indexOf('\n', line);
            if (latin.startsWith("From ", line) && (line == 0 || isBlankLineBefore(latin, line))) {
                if (start >= 0) {
                    found.add(message(latin.substring(start, line)));
                }
                start = next < 0 ? latin.length() : next + 1;
            }
            line = next < 0 ? -1 : next + 1;
        }
        found.add(message(latin.substring(Math.max(start, 0))));
        return found;
    }

    private static boolean isBlankLineBefore(String text, int line) {
        return text.startsWith("\n\n", line - 2) || text.startsWith("\n\r\n", line - 3);
    }

    private static byte[] message(String latin) {
        return latin.replaceAll("(?m)^>(>*From )", "$1").getBytes(StandardCharsets.ISO_8859_1);
    }
}
