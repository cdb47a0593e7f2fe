package org.fumikura.rag;

import java.util.Set;

/// Which documents a search may look at.
public sealed interface Scope {
    /// The whole library.
    Scope EVERYTHING = new Everything();

    /// The whole library.
    record Everything() implements Scope {}

    /// These documents only; none at all if the set is empty.
    record Documents(Set<DocumentId> ids) implements Scope {
        public Documents {
            ids = Set.copyOf(ids);
        }
    }
}
