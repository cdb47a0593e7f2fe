package org.fumikura.rag.library;

import java.util.List;
import org.fumikura.rag.DocumentId;

/// What was found when index and database were compared.
///
/// @param documents how many documents the index should hold
/// @param databaseSound whether the database's own file is sound; a damaged one is not repaired
/// @param missing documents of which the index holds too few passages or too many, and those that
///   were not indexed yet; to be indexed again
/// @param withoutMeaning documents of which vectors are missing; to be embedded again
/// @param strays documents that the index held and the database does not know; taken out
public record Checkup(
        int documents,
        boolean databaseSound,
        List<DocumentId> missing,
        List<DocumentId> withoutMeaning,
        List<DocumentId> strays) {
    public Checkup {
        missing = List.copyOf(missing);
        withoutMeaning = List.copyOf(withoutMeaning);
        strays = List.copyOf(strays);
    }

    /// Whether there was nothing to repair.
    public boolean isSound() {
        return databaseSound && missing.isEmpty() && withoutMeaning.isEmpty() && strays.isEmpty();
    }
}
