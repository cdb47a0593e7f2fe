package org.fumikura.rag.answer;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.retrieve.RankedPassage;

/// All passages of a short document of which one was found.
///
/// @param passages passages by id, in the order asked; those that are not there are left out
record WholeDocument(Function<List<PassageId>, List<Passage>> passages) {
    /// Documents of more passages are too long to be read for one answer.
    private static final int MOST = 16;

    /// The passages of the document that `hit` is in, in order; none if they are too many.
    List<Hit> around(Hit hit) {
        PassageId id = hit.ranked().passage().id();
        List<Passage> all =
                passages.apply(PassageId.range(id.document(), id.chunker(), 0, MOST + 1));
        return all.size() > MOST
                ? List.of()
                : all.stream().map(passage -> beside(hit, passage)).toList();
    }

    private static Hit beside(Hit hit, Passage passage) {
        return passage.id().equals(hit.ranked().passage().id())
                ? hit
                : new Hit(
                        new RankedPassage(
                                passage, 0, OptionalInt.empty(), OptionalInt.empty(), Double.NaN),
                        hit.source());
    }
}
