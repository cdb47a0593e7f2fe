package org.fumikura.rag.answer;

import java.util.List;
import java.util.regex.Pattern;
import org.fumikura.rag.Span;
import org.fumikura.rag.chunk.SentenceSplitter;

/// Words of documents, files and people as a model may be shown them: as text and nothing else.
final class Quotation {
    /// Where sentences were left out.
    private static final String LEFT_OUT = "[…]";

    /// What chat templates begin their signs with: a tokenizer that reads `<|im_end|>` as such
    /// would let a document end the user's turn.
    private static final Pattern SIGN =
            Pattern.compile(
                    "<(?=[|｜])|(?<=[|｜])>|<(?=/?(?:s|bos|eos|think|start_of_turn|end_of_turn)>)|<(?=<)|\\[(?=/?INST\\])",
                    Pattern.CASE_INSENSITIVE);

    private static final SentenceSplitter SPLITTER = new SentenceSplitter();

    private Quotation() {}

    /// `text` without the signs of chat templates: a space keeps each from being one.
    static String of(String text) {
        return SIGN.matcher(text).replaceAll("$0 ");
    }

    /// The same, with sentences left out that are instructions to the model.
    static String withoutInstructions(String text) {
        List<Span> instructions = Instruction.in(text, SPLITTER);
        var kept = new StringBuilder();
        int from = 0;
        for (Span span : instructions) {
            String between = text.substring(from, span.start());
            boolean goesOn = from > 0 && between.isBlank();
            kept.append(goesOn ? "" : between + LEFT_OUT);
            from = span.end();
        }
        return of(kept.append(text.substring(from)).toString());
    }

    /// A title or a heading; empty if it is an instruction to the model.
    static String name(String text) {
        return Instruction.says(text) ? "" : of(text);
    }
}
