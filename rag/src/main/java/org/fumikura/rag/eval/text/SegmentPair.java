package org.fumikura.rag.eval.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fumikura.rag.RagException;
import org.fumikura.rag.RagException.Code;

/// A text to be scored and the text it should be like.
public record SegmentPair(String reference, String candidate) {
    /// The lines of two files, side by side. An empty line is an empty segment.
    ///
    /// @throws RagException `EVALUATION_SET_BROKEN` if a file cannot be read as UTF-8 or has
    ///   another number of lines than the other
    public static List<SegmentPair> read(Path references, Path candidates) {
        List<String> expected = lines(references);
        List<String> written = lines(candidates);
        if (expected.size() != written.size()) {
            throw new RagException(
                    Code.EVALUATION_SET_BROKEN,
                    candidates + ": " + written.size() + " / " + expected.size());
        }
        var pairs = new ArrayList<SegmentPair>();
        for (int i = 0; i < expected.size(); i++) {
            pairs.add(new SegmentPair(expected.get(i), written.get(i)));
        }
        return pairs;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new RagException(Code.EVALUATION_SET_BROKEN, file.toString(), e);
        }
    }
}
