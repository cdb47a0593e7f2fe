package org.fumikura.rag.note;

import java.time.Instant;
import java.util.List;

/// Something that a person wrote.
///
/// @param changed when it was last kept
/// @param sources what bears out the sentences that were taken from proposals
public record Note(long id, String text, Instant changed, List<NoteSource> sources) {
    public Note {
        sources = List.copyOf(sources);
    }

    /// Its first line that is not blank, without the marks of a heading; blank if there is none.
    public String title() {
        return title(text);
    }

    /// The same of what a note says.
    public static String title(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("^\\s*#{1,6}\\s+", "").strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
