package org.fumikura.app.fakes;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fumikura.rag.Document;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Page;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.answer.Remarks;
import org.fumikura.rag.answer.Timings;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.retrieve.RankedPassage;

/// Answers about a small document of two pages.
public final class Answers {
    public static final DocumentId DOCUMENT = new DocumentId("0123456789abcdef".repeat(4));
    public static final Path FILE = Path.of("/documents/rules.md");
    public static final String PAGE_1 = "Rules of the house.\nQuiet hours are from ten to six.\n";
    public static final String PAGE_2 = "Rent is due on the third.\nThe deposit is 900 euros.\n";

    private Answers() {}

    public static Document document() {
        String text = PAGE_1 + PAGE_2;
        return new Document(
                DOCUMENT,
                "House rules",
                "text/markdown",
                text,
                List.of(
                        new Page(1, new Span(0, PAGE_1.length())),
                        new Page(2, new Span(PAGE_1.length(), text.length()))));
    }

    /// A citation of words that are in the document.
    public static Citation citation(int number, String quote) {
        String text = PAGE_1 + PAGE_2;
        int start = text.indexOf(quote);
        if (start < 0) {
            throw new IllegalArgumentException(quote);
        }
        return new Citation(
                number,
                new PassageId(DOCUMENT, 1, number),
                FILE,
                "House rules",
                start < PAGE_1.length() ? 1 : 2,
                new Span(start, start + quote.length()),
                quote);
    }

    public static Hit hit() {
        Passage passage =
                new Passage(
                        new PassageId(DOCUMENT, 1, 0),
                        1,
                        new Span(0, PAGE_1.length()),
                        List.of(),
                        PAGE_1);
        return new Hit(
                new RankedPassage(passage, 0.4, OptionalInt.of(1), OptionalInt.empty(), 0.8),
                new Source(FILE, "House rules"));
    }

    public static AnswerSentence supported(String text, int citation) {
        return new AnswerSentence("", text, AnswerSentence.Support.SUPPORTED, List.of(citation));
    }

    public static AnswerSentence unsupported(String text) {
        return new AnswerSentence(" ", text, AnswerSentence.Support.UNSUPPORTED, List.of());
    }

    /// An answer with one supported and one unsupported sentence.
    public static Answer answered(String question) {
        return answered(question, Remarks.NONE);
    }

    /// The same to a question that was understood as another one.
    public static Answer understood(String question, String meaning) {
        return answered(
                question,
                new Remarks(meaning, "", List.of(), List.of(), List.of(), "", Optional.empty()));
    }

    /// The same by a model that thought before.
    public static Answer thoughtOut(String question, String thoughts) {
        return answered(
                question,
                new Remarks("", "", List.of(), List.of(), List.of(), thoughts, Optional.empty()));
    }

    private static Answer answered(String question, Remarks remarks) {
        return new Answer(
                question,
                "",
                "The deposit is 900 euros. [1] It is paid in cash.",
                Language.ENGLISH,
                Answer.Verdict.ANSWERED,
                List.of(
                        supported("The deposit is 900 euros.", 1),
                        unsupported("It is paid in cash.")),
                List.of(citation(1, "The deposit is 900 euros.")),
                List.of(hit()),
                "test model",
                new Timings(5, 300, 1200, 400, 0, 20),
                "prompt of " + question,
                "The deposit is 900 euros [1]. It is paid in cash.",
                remarks);
    }

    /// A refusal that shows the nearest passage.
    public static Answer abstained(String question) {
        return new Answer(
                question,
                "",
                "",
                Language.ENGLISH,
                Answer.Verdict.ABSTAINED,
                List.of(),
                List.of(),
                List.of(hit()),
                "",
                new Timings(5, 0, 6, 0, 0, 0),
                "",
                "",
                Remarks.NONE);
    }
}
