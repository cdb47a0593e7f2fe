package org.fumikura.rag.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Puts paragraphs together from the table of words that Tesseract writes. Rows that are none are
/// passed over.
final class TesseractTable {
    private static final String WORD = "5";
    private static final int COLUMNS = 12;
    // The columns before name the page, the block and the paragraph; this one the line.
    private static final int LINE = 4;
    private static final int CONFIDENCE = 10;
    private static final int TEXT = 11;

    private final List<String> paragraphs = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private List<String> paragraphPlace = List.of();
    private List<String> linePlace = List.of();
    private double certain;
    private int letters;

    private TesseractTable() {}

    static Recognised read(String table) {
        var reader = new TesseractTable();
        table.lines().map(row -> row.split("\t", COLUMNS)).forEach(reader::add);
        reader.endParagraph();
        double confidence = reader.letters == 0 ? 0 : reader.certain / reader.letters;
        return new Recognised(reader.paragraphs, confidence);
    }

    private void add(String[] row) {
        if (row.length < COLUMNS || !row[0].equals(WORD) || row[TEXT].isBlank()) {
            return;
        }
        double confidence;
        try {
            confidence = Double.parseDouble(row[CONFIDENCE]);
        } catch (NumberFormatException noWord) {
            return;
        }
        List<String> place = Arrays.asList(row).subList(1, LINE + 1);
        if (!place.subList(0, LINE - 1).equals(paragraphPlace)) {
            endParagraph();
            paragraphPlace = place.subList(0, LINE - 1);
        }
        if (!place.equals(linePlace)) {
            endLine();
            linePlace = place;
        }
        String word = row[TEXT].strip();
        line.append(ReadableText.joint(line, word)).append(word);
        certain += confidence * word.length();
        letters += word.length();
    }

    private void endLine() {
        if (!line.isEmpty()) {
            ReadableText.appendLine(paragraph, line.toString());
            line.setLength(0);
        }
    }

    private void endParagraph() {
        endLine();
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph.toString());
            paragraph.setLength(0);
        }
    }
}
