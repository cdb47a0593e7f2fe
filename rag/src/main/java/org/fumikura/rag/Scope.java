package org.fumikura.rag;

import java.util.Set;
import java.util.stream.Collectors;

/// Which documents a search may look at.
public sealed interface Scope {
    /// The whole library.
    Scope EVERYTHING = new Everything();

    /// Those of `documents` that this scope has too.
    Documents and(Set<DocumentId> documents);

    /// Whether a search may look at this document.
    boolean has(DocumentId document);

    /// The whole library.
    record Everything() implements Scope {
        @Override
        public boolean has(DocumentId document) {
            return true;
        }

        @Override
        public Documents and(Set<DocumentId> documents) {
            return new Documents(documents);
        }
    }

    /// These documents only; none at all if the set is empty.
    record Documents(Set<DocumentId> ids) implements Scope {
        public Documents {
            ids = Set.copyOf(ids);
        }

        @Override
        public boolean has(DocumentId document) {
            return ids.contains(document);
        }

        @Override
        public Documents and(Set<DocumentId> documents) {
            return new Documents(
                    documents.stream().filter(ids::contains).collect(Collectors.toSet()));
        }
    }
}
