package org.fumikura.rag.parse;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What the tests of this package do with files.
final class Parsing {
    private Parsing() {}

    /// What is read from `file`, after checking that its parts fit together.
    static ParsedDocument parsed(Path file) {
        ParseOutcome outcome = new DocumentParsers().parse(file);
        ParsedDocument document = assertInstanceOf(ParseOutcome.Parsed.class, outcome).document();
        int end = 0;
        for (Block block : document.blocks()) {
            assertTrue(block.span().start() >= end, "blocks overlap");
            end = block.span().end();
            assertTrue(
                    document.pages().stream().anyMatch(p -> p.span().contains(block.span())),
                    "a block lies outside the pages");
        }
        return document;
    }

    /// Each block as its kind and text, such as `Heading1|Title`.
    static List<String> blocks(ParsedDocument document) {
        return document.blocks().stream()
                .map(block -> kind(block) + "|" + block.span().of(document.text()))
                .toList();
    }

    /// The text of each page.
    static List<String> pages(ParsedDocument document) {
        return document.pages().stream().map(p -> p.span().of(document.text())).toList();
    }

    static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /// Writes a zip with these members, the first uncompressed as OpenDocument and EPUB want it.
    static Path zip(Path file, Map<String, String> members) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static String kind(Block block) {
        return switch (block) {
            case Block.Heading heading -> "Heading" + heading.level();
            case Block.Paragraph _ -> "Paragraph";
            case Block.ListItem _ -> "Item";
            case Block.TableRow row -> row.role().toString();
            case Block.Verbatim _ -> "Verbatim";
        };
    }
}
