package org.fumikura.rag.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.index.PassageSearch.Size;
import org.jdbi.v3.core.Handle;

/// The index beside what the database says it should hold.
final class Comparison {
    private static final Size NOTHING = new Size(0, 0);

    private Comparison() {}

    /// Compares what is committed and forgets, in the database, what the index does not hold.
    static Checkup of(Handle handle, PassageIndex index, boolean databaseSound) {
        Map<DocumentId, Size> held = index.documents();
        Map<DocumentId, Size> expected = DocumentTable.indexed(handle);
        List<DocumentId> unfinished = DocumentTable.notIndexed(handle);
        var missing = new ArrayList<>(unfinished);
        var withoutMeaning = new ArrayList<DocumentId>();
        expected.forEach((id, size) -> {
            Size there = held.getOrDefault(id, NOTHING);
            if (there.passages() != size.passages()) {
                missing.add(id);
                DocumentTable.forgetIndex(handle, id);
            } else if (there.vectors() < size.vectors()) {
                withoutMeaning.add(id);
                DocumentTable.forgetVectors(handle, id);
            }
        });
        List<DocumentId> strays =
                held.keySet().stream()
                        .filter(id -> !expected.containsKey(id) && !unfinished.contains(id))
                        .toList();
        return new Checkup(
                expected.size() + unfinished.size(),
                databaseSound,
                missing,
                withoutMeaning,
                strays);
    }
}
