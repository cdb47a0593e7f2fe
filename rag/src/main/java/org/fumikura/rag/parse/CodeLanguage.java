package org.fumikura.rag.parse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Languages of program code, as far as finding their declarations needs to tell them apart.
enum CodeLanguage {
    /// Braces, and single characters between apostrophes.
    BRACES,
    /// Braces, and strings between apostrophes or backticks.
    SCRIPT,
    /// Declarations that begin a line; what belongs to them is indented.
    INDENTED,
    /// Statements, each beginning a line.
    QUERIES;

    private static final Map<CodeLanguage, List<String>> EXTENSIONS =
            Map.of(
                    BRACES,
                    List.of(
                            "java", "c", "h", "cc", "cpp", "cxx", "hpp", "hh", "cs", "go", "rs",
                            "kt", "kts", "swift", "scala", "groovy", "m", "mm"),
                    SCRIPT,
                    List.of("js", "mjs", "cjs", "jsx", "ts", "mts", "tsx", "php", "dart"),
                    INDENTED,
                    List.of("py", "pyi", "rb"),
                    QUERIES,
                    List.of("sql"));

    /// The language files of this name are in; empty if it is none whose declarations are found.
    static Optional<CodeLanguage> ofName(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return EXTENSIONS.entrySet().stream()
                .filter(language -> language.getValue().contains(extension))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The declarations of `code`, in order.
    List<Declaration> declarations(String code) {
        return switch (this) {
            case BRACES, SCRIPT -> BraceOutline.of(code, CodeMask.of(code, this));
            case INDENTED, QUERIES -> LineOutline.of(code, CodeMask.of(code, this), this);
        };
    }
}
