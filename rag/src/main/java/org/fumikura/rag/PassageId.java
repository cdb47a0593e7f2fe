package org.fumikura.rag;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Identifies a passage: the document, the version of the chunker that cut it, and its ordinal in
/// the document from 0. Deterministic: cutting the same bytes again gives the same ids.
public record PassageId(DocumentId document, int chunker, int ordinal)
        implements Comparable<PassageId> {
    private static final Comparator<PassageId> ORDER =
            Comparator.comparing(PassageId::document)
                    .thenComparingInt(PassageId::chunker)
                    .thenComparingInt(PassageId::ordinal);

    public PassageId {
        if (chunker < 0 || ordinal < 0) {
            throw new IllegalArgumentException("chunker and ordinal must not be negative");
        }
    }

    /// Reads what [#toString()] wrote.
    ///
    /// @throws IllegalArgumentException if `text` is not such an id
    public static PassageId parse(String text) {
        String[] parts = text.split("-", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a passage id: " + text);
        }
        return new PassageId(
                new DocumentId(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    /// The ids of a document's passages from one ordinal to before another.
    public static List<PassageId> range(DocumentId document, int chunker, int from, int end) {
        return IntStream.range(from, end)
                .mapToObj(ordinal -> new PassageId(document, chunker, ordinal))
                .toList();
    }

    @Override
    public int compareTo(PassageId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return document + "-" + chunker + "-" + ordinal;
    }
}
