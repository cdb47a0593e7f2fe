package org.fumikura.app.search;

import java.util.List;
import org.fumikura.rag.query.QueryReading;
import org.fumikura.rag.search.Inspection;
import org.fumikura.rag.search.Whereabouts;

/// What the panel tells of a search.
public sealed interface InspectionState {
    /// The search is being made once more.
    record Searching() implements InspectionState {}

    /// How it came to what it found.
    ///
    /// @param name what the person called the file that was asked about; empty if none was
    /// @param files why those files were found, or not
    record Told(Inspection inspection, String name, List<Whereabouts.OfFile> files)
            implements InspectionState {
        public Told {
            files = List.copyOf(files);
        }
    }

    /// What was typed cannot be searched for.
    record Unclear(QueryReading reading) implements InspectionState {}

    /// The search failed.
    record Failed(RuntimeException fault) implements InspectionState {}
}
