package org.fumikura.rag.parse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Office files saved as "Strict Open XML": ISO/IEC 29500 in its strict form, whose parts differ
/// from the usual, transitional form by the names of their vocabularies. POI refuses them, so they
/// are put into the usual form first.
final class StrictOffice {
    private static final String RELATIONS = "_rels/.rels";

    private static final Pattern STRICT =
            Pattern.compile("http://purl\\.oclc\\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)");

    /// Longer than any strict name, so that none is cut in two between chunks.
    private static final int LONGEST = 256;

    private static final int CHUNK = 1 << 16;

    private StrictOffice() {}

    /// Whether `input` is in the strict form. What is no ZIP archive is not.
    static boolean is(Input input) throws IOException {
        try (var in = input.channel()) {
            if (!startsAsZip(in)) {
                return false;
            }
        }
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(input.channel()).get()) {
            ZipArchiveEntry relations = zip.getEntry(RELATIONS);
            if (relations == null) {
                return false;
            }
            try (InputStream part = zip.getInputStream(relations)) {
                String text = new String(part.readNBytes(CHUNK), StandardCharsets.UTF_8);
                return STRICT.matcher(text).find();
            }
        }
    }

    /// Writes `strict` in the usual form to `usual`.
    static void convert(Input strict, Path usual) throws IOException {
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(strict.channel()).get();
                var out = new ZipOutputStream(Files.newOutputStream(usual))) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                Interruption.check();
                out.putNextEntry(new ZipEntry(part.getName()));
                try (InputStream in = zip.getInputStream(part)) {
                    if (part.getName().endsWith(".xml") || part.getName().endsWith(".rels")) {
                        rename(in, out);
                    } else {
                        in.transferTo(out);
                    }
                }
                out.closeEntry();
            }
        }
    }

    private static boolean startsAsZip(SeekableByteChannel in) throws IOException {
        var start = ByteBuffer.allocate(2);
        return in.read(start) == 2 && start.get(0) == 'P' && start.get(1) == 'K';
    }

    /// Copies a part with its names changed. Bytes are letters here: the names are ASCII, whatever
    /// else the part is written in.
    private static void rename(InputStream part, OutputStream out) throws IOException {
        var in = new InputStreamReader(part, StandardCharsets.ISO_8859_1);
        var to = new OutputStreamWriter(out, StandardCharsets.ISO_8859_1);
        var chunk = new char[CHUNK];
        var text = new StringBuilder();
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            Interruption.check();
            text.append(chunk, 0, read);
            write(text, Math.max(0, text.length() - LONGEST), to);
        }
        write(text, text.length(), to);
        to.flush();
    }

    /// Writes what begins before `end`, and takes it from `text`.
    private static void write(StringBuilder text, int end, Writer to) throws IOException {
        int from = 0;
        Matcher name = STRICT.matcher(text);
        while (name.find() && name.start() < end) {
            to.append(text, from, name.start()).append(usual(name.group(1), name.group(2)));
            from = name.end();
        }
        int upTo = Math.max(from, end);
        to.append(text, from, upTo);
        text.delete(0, upTo);
    }

    private static String usual(String vocabulary, String name) {
        String known =
                switch (name) {
                    case "extendedProperties" -> "extended-properties";
                    case "customProperties" -> "custom-properties";
                    default -> name;
                };
        return "http://schemas.openxmlformats.org/" + vocabulary + "/2006/" + known;
    }
}
