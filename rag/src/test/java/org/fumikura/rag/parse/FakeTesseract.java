package org.fumikura.rag.parse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A program in Tesseract's place that does what a test wants of it.
final class FakeTesseract {
    private static final String HEADER =
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";

    private FakeTesseract() {}

    /// A program in `folder` that lists these languages and otherwise runs `script`.
    static List<Path> write(Path folder, String languages, String script) throws IOException {
        Path program = folder.resolve("tesseract");
        Files.writeString(
                program,
                "#!/bin/sh\n"
                        + ("if [ \"$1\" = --list-langs ]; then printf 'List of languages:\\n%b\\n' '"
                                + languages
                                + "'; exit 0; fi\n")
                        + script,
                StandardCharsets.UTF_8);
        assertTrue(program.toFile().setExecutable(true), "not executable");
        return List.of(folder);
    }

    /// A script that reads its picture and says that it shows these words, each paragraph one line.
    static String saying(int confidence, String... paragraphs) {
        return "cat >/dev/null\ncat <<'END'\n" + table(confidence, paragraphs) + "END\n";
    }

    static String table(int confidence, String... paragraphs) {
        var table = new StringBuilder(HEADER).append('\n');
        for (int i = 0; i < paragraphs.length; i++) {
            for (String word : paragraphs[i].split(" ")) {
                table.append("5\t1\t1\t")
                        .append(i + 1)
                        .append("\t1\t1\t0\t0\t9\t9\t")
                        .append(confidence)
                        .append('\t')
                        .append(word)
                        .append('\n');
            }
        }
        return table.toString();
    }

    /// Grey dots, more than fit in a pipe.
    static BufferedImage picture() {
        return new BufferedImage(600, 600, BufferedImage.TYPE_BYTE_GRAY);
    }
}
