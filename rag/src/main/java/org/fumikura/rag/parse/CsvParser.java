package org.fumikura.rag.parse;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.fumikura.rag.parse.Block.TableRow.Role;

/// Tables in text files: comma, tab, semicolon or vertical bar between the cells, the first record
/// taken for the header row.
final class CsvParser implements FormatParser {
    private static final int SAMPLE_LINES = 20;

    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        String text = TextDecoder.decode(input.bytes());
        var assembly = new TextAssembly();
        CSVFormat format =
                CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter(text))
                        .setLenientEof(true)
                        .setTrailingData(true)
                        .setIgnoreEmptyLines(true)
                        .get();
        var role = Role.HEADER;
        try (var records = format.parse(new StringReader(text))) {
            for (CSVRecord cells : records) {
                assembly.row(cells.toList(), role);
                role = assembly.isEmpty() ? Role.HEADER : Role.BODY;
            }
        }
        return assembly.finish("", mediaType);
    }

    /// The character that occurs in most of the first lines, the more frequent one at a draw.
    private static char delimiter(String text) {
        List<String> lines = text.lines().limit(SAMPLE_LINES).toList();
        char best = ',';
        long bestScore = 0;
        for (char candidate : new char[] {',', '\t', ';', '|'}) {
            long score = 0;
            for (String line : lines) {
                long count = line.chars().filter(c -> c == candidate).count();
                score += count == 0 ? 0 : 1000 + Math.min(count, 100);
            }
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }
}
