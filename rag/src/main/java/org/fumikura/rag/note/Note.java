package org.fumikura.rag.note;

import java.time.Instant;

/// Something that a person wrote.
///
/// @param changed when it was last kept
public record Note(long id, String text, Instant changed) {
    /// Its first line that is not blank, without the marks of a heading; blank if there is none.
    public String title() {
        return text.lines()
                .map(line -> line.replaceFirst("^\\s*#{1,6}\\s+", "").strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
