package org.fumikura.rag.index;

import java.util.List;
import org.fumikura.rag.Scope;

/// Which passages a search may find, by words and by meaning alike.
///
/// @param phrases stretches that the passage, its title or its headings must have just so, but for
///   case and width
/// @param excluded words, in any of their forms, and phrases that they must not have
public record Restriction(Scope scope, List<String> phrases, List<String> excluded) {
    public Restriction {
        phrases = List.copyOf(phrases);
        excluded = List.copyOf(excluded);
    }

    /// Any passage of `scope`.
    public static Restriction to(Scope scope) {
        return new Restriction(scope, List.of(), List.of());
    }

    /// The same without what must be there just so.
    public Restriction withoutPhrases() {
        return new Restriction(scope, List.of(), excluded);
    }

    /// Whether only documents are chosen, not passages by their words.
    boolean isOfDocuments() {
        return phrases.isEmpty() && excluded.isEmpty();
    }
}
