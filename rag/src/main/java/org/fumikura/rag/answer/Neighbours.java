package org.fumikura.rag.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts passages that follow one another in a document side by side, in its order, so that they are
/// read as they were written.
final class Neighbours {
    private Neighbours() {}

    /// The passages of `evidence`, numbered anew: best first as they were, except that each one
    /// beside a better one in its document stands there.
    static List<EvidencePassage> together(List<EvidencePassage> evidence) {
        List<List<EvidencePassage>> stretches = new ArrayList<>();
        for (EvidencePassage passage : evidence) {
            List<List<EvidencePassage>> beside =
                    stretches.stream()
                            .filter(stretch -> stretch.stream().anyMatch(passage::isBeside))
                            .toList();
            int place = beside.isEmpty() ? stretches.size() : stretches.indexOf(beside.getFirst());
            List<EvidencePassage> joined = new ArrayList<>();
            beside.forEach(joined::addAll);
            joined.add(passage);
            joined.sort(Comparator.comparing(EvidencePassage::id));
            stretches.removeAll(beside);
            stretches.add(place, joined);
        }
        List<EvidencePassage> together = new ArrayList<>();
        for (EvidencePassage passage : stretches.stream().flatMap(List::stream).toList()) {
            together.add(new EvidencePassage(together.size() + 1, passage.hit(), passage.shown()));
        }
        return List.copyOf(together);
    }
}
