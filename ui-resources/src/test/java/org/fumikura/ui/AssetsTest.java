package org.fumikura.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetsTest {
    @Test
    void everyStyleClassIsInTheStyleSheetAndUsesOnlyColoursOfTheTheme() throws Exception {
        String css = read(Assets.stylesheet());
        List<String> missing = new ArrayList<>();
        for (Field constant : Styles.class.getFields()) {
            String name = String.valueOf(constant.get(null));
            if (!Pattern.compile("\\." + name + "\\b").matcher(css).find()) {
                missing.add(name);
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(!Pattern.compile("#[0-9a-fA-F]{3,8}\\b").matcher(css).find(), "literal colour");
    }

    @Test
    void bundledFontsHoldTheWholeRepertoireOfWindows31J() throws Exception {
        for (URL url : Assets.fonts()) {
            Font font;
            try (InputStream in = url.openStream()) {
                font = Font.createFont(Font.TRUETYPE_FONT, in);
            }
            assertEquals(Assets.FONT_FAMILY, font.getFamily());
            assertEquals("", undisplayable(font));
        }
    }

    @Test
    void sampleDocumentsAreWrittenWhole(@TempDir Path folder) throws Exception {
        List<Path> files = SampleDocuments.copyTo(folder.resolve("samples"));
        assertEquals(6, files.size());
        for (Path file : files) {
            assertTrue(
                    Files.readString(file, StandardCharsets.UTF_8).length() > 600, file.toString());
        }
        // Again, over those that are there.
        assertEquals(files, SampleDocuments.copyTo(folder.resolve("samples")));
    }

    private static String undisplayable(Font font) {
        Charset windows31j = Charset.forName("windows-31j");
        StringBuilder missing = new StringBuilder();
        for (int lead = 0x81; lead <= 0xfc; lead++) {
            for (int trail = 0x40; trail <= 0xfc; trail++) {
                String text = new String(new byte[] {(byte) lead, (byte) trail}, windows31j);
                boolean assigned = text.length() == 1 && text.charAt(0) != '\uFFFD';
                // The user-defined area has no characters of its own.
                if (assigned
                        && Character.getType(text.charAt(0)) != Character.PRIVATE_USE
                        && !font.canDisplay(text.charAt(0))) {
                    missing.append(text);
                }
            }
        }
        return missing.toString();
    }

    private static String read(URL url) throws Exception {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
