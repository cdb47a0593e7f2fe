package org.fumikura.rag.task;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Rows as comma-separated values (RFC 4180). Written here because the library that reads such
/// files stays with the parsers.
public final class CsvText {
    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]|^\\s|\\s$");

    private CsvText() {}

    /// Every row on its line; cells in quotes where they must be.
    public static String of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(CsvText::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String cell(String text) {
        return QUOTED.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
