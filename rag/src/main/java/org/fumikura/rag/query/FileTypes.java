package org.fumikura.rag.query;

import java.util.Map;
import java.util.Set;

/// The kinds of files that a person may name, by the endings of their names.
final class FileTypes {
    private static final Set<String> WORD = Set.of("doc", "docx", "docm", "odt", "rtf");
    private static final Set<String> EXCEL = Set.of("xls", "xlsx", "xlsm", "ods", "csv", "tsv");
    private static final Set<String> POWERPOINT = Set.of("ppt", "pptx", "pptm", "odp");
    private static final Set<String> MAIL = Set.of("eml", "msg", "mbox");
    private static final Set<String> HTML = Set.of("html", "htm", "xhtml");
    private static final Set<String> TEXT = Set.of("txt", "text", "md", "markdown", "log");
    private static final Set<String> IMAGE = Set.of("png", "jpg", "jpeg", "tif", "tiff");

    private static final Map<String, Set<String>> KINDS =
            Map.ofEntries(
                    Map.entry("word", WORD),
                    Map.entry("excel", EXCEL),
                    Map.entry("spreadsheet", EXCEL),
                    Map.entry("powerpoint", POWERPOINT),
                    Map.entry("slides", POWERPOINT),
                    Map.entry("presentation", POWERPOINT),
                    Map.entry("mail", MAIL),
                    Map.entry("email", MAIL),
                    Map.entry("html", HTML),
                    Map.entry("web", HTML),
                    Map.entry("text", TEXT),
                    Map.entry("markdown", Set.of("md", "markdown")),
                    Map.entry("image", IMAGE),
                    Map.entry("picture", IMAGE),
                    Map.entry("jpg", Set.of("jpg", "jpeg")),
                    Map.entry("jpeg", Set.of("jpg", "jpeg")),
                    Map.entry("book", Set.of("epub")));

    private FileTypes() {}

    /// The endings of a kind, in lower case without the dot; what is no kind is an ending itself.
    static Set<String> extensions(String type) {
        return KINDS.getOrDefault(type, Set.of(type));
    }
}
