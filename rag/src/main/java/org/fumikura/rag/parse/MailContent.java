package org.fumikura.rag.parse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.apache.james.mime4j.stream.Field;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// Adds messages to a document: subject, envelope and text, then what is attached. For one file.
final class MailContent {
    private static final List<String> ENVELOPE = List.of("From", "To", "Cc", "Date");

    private final TextAssembly assembly;
    private final Unpacking unpacking;

    MailContent(TextAssembly assembly, Unpacking unpacking) {
        this.assembly = assembly;
        this.unpacking = unpacking;
    }

    /// Adds `message` under its subject as a heading of `level`.
    void append(Message message, int level) throws IOException {
        assembly.heading(header(message, "Subject"), level);
        var lines = new ArrayList<String>();
        for (String name : ENVELOPE) {
            String value = header(message, name);
            if (!value.isBlank()) {
                lines.add(name + ": " + value);
            }
        }
        assembly.paragraph(String.join("\n", lines));
        List<Entity> attached = new ArrayList<>();
        appendContent(message, attached);
        for (Entity part : attached) {
            appendAttached(part, level + 1);
        }
    }

    /// The field `name` of `message` decoded and on one line; empty if it has none.
    static String header(Message message, String name) {
        @Nullable Header header = message.getHeader();
        @Nullable Field field = header == null ? null : header.getField(name);
        @Nullable String body = field == null ? null : field.getBody();
        return body == null ? "" : decoded(body);
    }

    private static String decoded(String field) {
        // Headers should be ASCII; those that are not were read byte by byte.
        boolean raw = field.chars().allMatch(c -> c < 0x100);
        String text = raw ? TextDecoder.decode(field.getBytes(StandardCharsets.ISO_8859_1)) : field;
        return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private void appendContent(Entity entity, List<Entity> attached) throws IOException {
        @Nullable Body body = entity.getBody();
        if (body instanceof Multipart multipart) {
            for (Entity part : chosen(multipart)) {
                appendContent(part, attached);
            }
        } else if (body instanceof SingleBody single && isText(entity) && !isFile(entity)) {
            appendText(entity, bytes(single));
        } else if (body != null) {
            attached.add(entity);
        }
    }

    private void appendAttached(Entity part, int level) throws IOException {
        if (part.getBody() instanceof Message forwarded) {
            assembly.beginPage();
            append(forwarded, level);
        } else if (part.getBody() instanceof SingleBody body
                && (isFile(part) || !isSignature(part))) {
            byte[] bytes = bytes(body);
            Member member =
                    unpacking.read(
                            Unpacking.Container.DOCUMENT,
                            name(part),
                            () -> new ByteArrayInputStream(bytes));
            boolean decor =
                    isPicture(part)
                            && !isFile(part)
                            && member.outcome() instanceof ParseOutcome.Unsupported;
            if (!decor) {
                member.addTo(assembly, level);
            }
        }
    }

    /// All parts, or of alternatives the last that can be read, which is the richest by rule.
    private static List<Entity> chosen(Multipart multipart) throws IOException {
        List<Entity> parts = multipart.getBodyParts();
        if (!multipart.getSubType().equalsIgnoreCase("alternative")) {
            return parts;
        }
        for (Entity part : parts.reversed()) {
            if (part.isMultipart() || isText(part) && hasText(part)) {
                return List.of(part);
            }
        }
        return parts.isEmpty() ? parts : List.of(parts.getLast());
    }

    private static boolean hasText(Entity part) throws IOException {
        boolean readable =
                "text/plain".equalsIgnoreCase(part.getMimeType())
                        || "text/html".equalsIgnoreCase(part.getMimeType());
        return readable
                && part.getBody() instanceof SingleBody body
                && !new String(bytes(body), StandardCharsets.ISO_8859_1).isBlank();
    }

    private static boolean isText(Entity entity) {
        return entity.getMimeType().toLowerCase(Locale.ROOT).startsWith("text/");
    }

    private static boolean isFile(Entity entity) {
        return "attachment".equalsIgnoreCase(entity.getDispositionType());
    }

    private static boolean isPicture(Entity entity) {
        return entity.getMimeType().toLowerCase(Locale.ROOT).startsWith("image/");
    }

    private static boolean isSignature(Entity entity) {
        return entity.getMimeType().toLowerCase(Locale.ROOT).endsWith("-signature");
    }

    private static String name(Entity part) {
        @Nullable String disposed = part.getFilename();
        @Nullable Field type = part.getHeader().getField(FieldName.CONTENT_TYPE);
        @Nullable String typed =
                type instanceof ContentTypeField content ? content.getParameter("name") : null;
        @Nullable String name = disposed == null ? typed : disposed;
        return name == null ? "" : decoded(name).replace('\\', '/');
    }

    private static byte[] bytes(SingleBody body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        body.writeTo(bytes);
        return bytes.toByteArray();
    }

    private void appendText(Entity entity, byte[] bytes) {
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
}
