package org.fumikura.rag.parse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Header;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.dom.field.FieldName;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// E-mail: a message is a page that begins with its subject as a heading and the lines that say who
/// wrote to whom and when. Attached messages and text are read too, other attachments left out.
final class MailParser implements FormatParser {
    private static final List<String> ENVELOPE = List.of("From", "To", "Cc", "Date");

    @Override
    public ParseOutcome parse(Path file, String mediaType) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        var assembly = new TextAssembly();
        String title = "";
        if (mediaType.equals("application/mbox")) {
            for (byte[] message : messages(bytes)) {
                assembly.beginPage();
                append(read(message), assembly);
            }
        } else {
            Message message = read(bytes);
            title = Titles.sensible(header(message, "Subject"));
            append(message, assembly);
        }
        return assembly.finish(title, mediaType);
    }

    private static Message read(byte[] bytes) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        return builder.parseMessage(new ByteArrayInputStream(bytes));
    }

    private static void append(Message message, TextAssembly assembly) throws IOException {
        assembly.heading(header(message, "Subject"), 1);
        var lines = new ArrayList<String>();
        for (String name : ENVELOPE) {
            String value = header(message, name);
            if (!value.isBlank()) {
                lines.add(name + ": " + value);
            }
        }
        assembly.paragraph(String.join("\n", lines));
        appendContent(message, assembly);
    }

    private static String header(Message message, String name) {
        @Nullable Header header = message.getHeader();
        @Nullable Field field = header == null ? null : header.getField(name);
        @Nullable String body = field == null ? null : field.getBody();
        if (body == null) {
            return "";
        }
        // Headers should be ASCII; those that are not were read byte by byte.
        boolean raw = body.chars().allMatch(c -> c < 0x100);
        String text = raw ? TextDecoder.decode(body.getBytes(StandardCharsets.ISO_8859_1)) : body;
        return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static void appendContent(Entity entity, TextAssembly assembly) throws IOException {
        @Nullable Body body = entity.getBody();
        if (body instanceof Message forwarded) {
            append(forwarded, assembly);
        } else if (body instanceof Multipart multipart) {
            for (Entity part : chosen(multipart)) {
                appendContent(part, assembly);
            }
        } else if (body instanceof SingleBody single && isText(entity)) {
            var bytes = new ByteArrayOutputStream();
            single.writeTo(bytes);
            appendText(entity, bytes.toByteArray(), assembly);
        }
    }

    /// All parts, or of alternatives the plain text, or else the last, which is the richest.
    private static List<Entity> chosen(Multipart multipart) {
        List<Entity> parts = multipart.getBodyParts();
        if (!multipart.getSubType().equalsIgnoreCase("alternative") || parts.isEmpty()) {
            return parts;
        }
        return parts.stream()
                .filter(part -> "text/plain".equalsIgnoreCase(part.getMimeType()))
                .filter(MailParser::hasText)
                .findFirst()
                .map(List::of)
                .orElseGet(() -> List.of(parts.getLast()));
    }

    private static boolean hasText(Entity part) {
        if (!(part.getBody() instanceof SingleBody body)) {
            return false;
        }
        var bytes = new ByteArrayOutputStream();
        try {
            body.writeTo(bytes);
        } catch (IOException _) {
            return false;
        }
        return !bytes.toString(StandardCharsets.ISO_8859_1).isBlank();
    }

    private static boolean isText(Entity entity) {
        return entity.getMimeType().toLowerCase(Locale.ROOT).startsWith("text/");
    }

    private static void appendText(Entity entity, byte[] bytes, TextAssembly assembly) {
        Optional<String> declared =
                entity.getHeader().getField(FieldName.CONTENT_TYPE) instanceof ContentTypeField type
                        ? Optional.ofNullable(type.getCharset())
                        : Optional.empty();
        if ("text/html".equalsIgnoreCase(entity.getMimeType())) {
            String html =
                    declared.isPresent()
                            ? TextDecoder.decode(bytes, declared)
                            : HtmlParser.decode(bytes);
            HtmlParser.append(Jsoup.parse(html), assembly);
            return;
        }
        String text = ReadableText.clean(TextDecoder.decode(bytes, declared));
        for (String paragraph : text.split("\\n[ \\t\\u3000]*\\n")) {
            assembly.paragraph(paragraph);
        }
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
