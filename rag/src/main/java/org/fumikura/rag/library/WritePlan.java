package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fumikura.rag.DocumentId;

/// What a batch of the writer comes to, gathered on its thread.
final class WritePlan {
    final Set<DocumentId> indexed = new LinkedHashSet<>();
    final Map<DocumentId, Integer> embedded = new LinkedHashMap<>();

    /// Documents of which vectors came that do not fit.
    final Set<DocumentId> refused = new HashSet<>();

    /// The stretches whose vectors are taken.
    final Set<IndexWrite.Vectors.Stretch> taken = new HashSet<>();

    final List<DocumentId> orphans = new ArrayList<>();
    final Map<IndexWrite.Remove, List<LibraryFile>> removed = new LinkedHashMap<>();
    final Map<IndexWrite.Restore, List<Path>> restored = new LinkedHashMap<>();
    final Set<IndexWrite.Link> unlinked = new HashSet<>();

    /// Documents that a file holds no longer, or perhaps no file does.
    final Set<DocumentId> left = new LinkedHashSet<>();

    final Map<IndexWrite.Verify, Checkup> compared = new LinkedHashMap<>();
    boolean compact;

    /// The document's passages are written anew: it has no vectors yet.
    void index(DocumentId id) {
        indexed.add(id);
        embedded.remove(id);
        taken.removeIf(stretch -> stretch.document().equals(id));
    }

    void embed(IndexWrite.Vectors.Stretch stretch) {
        embedded.merge(stretch.document(), stretch.end(), Math::max);
        taken.add(stretch);
    }

    void remove(IndexWrite.Remove remove, List<LibraryFile> files) {
        removed.put(remove, files);
        files.forEach(file -> file.document().ifPresent(left::add));
    }

    Checkup checkup(IndexWrite.Verify verify) {
        return Objects.requireNonNull(compared.get(verify));
    }
}
