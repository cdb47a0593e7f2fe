package org.fumikura.rag.parse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fumikura.rag.Span;

/// Program code, kept character by character: each class and function under its name as a heading,
/// together with the comment above it.
final class CodeParser implements FormatParser {
    @Override
    public ParseOutcome parse(Input input, String mediaType, Unpacking unpacking)
            throws IOException {
        String code = ReadableText.clean(TextDecoder.decode(input.bytes()));
        List<Declaration> declarations =
                CodeLanguage.ofName(input.name())
                        .map(language -> language.declarations(code))
                        .orElse(List.of());
        List<Block> blocks = new ArrayList<>();
        int from = 0;
        for (Declaration declaration : declarations) {
            addLines(code, from, declaration.head().start(), blocks);
            blocks.add(
                    new Block.Heading(declaration.head(), declaration.level(), declaration.name()));
            from = declaration.head().end();
        }
        addLines(code, from, code.length(), blocks);
        var assembly = new TextAssembly();
        assembly.raw(code, blocks);
        return assembly.finish("", mediaType);
    }

    /// Adds the lines from `from`, which is after a declaration or at the start of the code.
    private static void addLines(String code, int from, int to, List<Block> blocks) {
        int start = from;
        while (from > 0 && start < to && code.charAt(start) == ' ') {
            start++;
        }
        for (Span lines : PlainTextParser.paragraphs(code, start, to)) {
            blocks.add(new Block.Verbatim(lines));
        }
    }
}
