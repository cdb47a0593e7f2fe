package org.fumikura.rag.parse;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Reads one file. Implementations keep no state between files and may be called from several
/// threads at once. Whatever is wrong with the file is an outcome; nothing is thrown for it.
public interface DocumentParser {
    /// Reads `file` to its end with what `options` allow. Answers an interrupt by stopping soon,
    /// with the interrupt flag set; the outcome is then [ParseOutcome.Inaccessible] and says
    /// nothing about the file.
    ParseOutcome parse(Path file, ParseOptions options);

    /// Reads `file` with nothing but the file.
    default ParseOutcome parse(Path file) {
        return parse(file, ParseOptions.PLAIN);
    }

    /// The languages whose text it can recognise in pictures now, by their names in Tesseract: of
    /// `eng`, `jpn` and `jpn_vert`; none if it recognises nothing.
    default Set<String> recognises() {
        return Set.of();
    }

    /// Reads `file` and recognises some of its pictures of text. Takes seconds a picture; answers
    /// an interrupt as [#parse] does.
    default Recognition recognise(Path file, RecognitionOrder order) {
        return new Recognition(parse(file), List.of(), Recognition.Rest.NOTHING);
    }

    /// Makes ready for files that are about to come, so that the first is read sooner. Returns at
    /// once; may be called often.
    default void prepare() {}
}
