package org.fumikura.rag.feedback;

import java.util.LinkedHashMap;
import java.util.List;

/// How two sides have done against each other.
///
/// @param one the side whose name comes first by its letters
/// @param ones how often it was preferred
/// @param others how often the other one was
/// @param both how often both were good
/// @param neither how often neither was
public record Tally(String one, String other, int ones, int others, int both, int neither) {
    /// The tallies of all pairs in `comparisons`, in the order they were first compared.
    public static List<Tally> of(List<Comparison> comparisons) {
        var tallies = new LinkedHashMap<List<String>, Tally>();
        for (Comparison comparison : comparisons) {
            String first = comparison.one().side();
            String second = comparison.other().side();
            boolean turned = first.compareTo(second) > 0;
            Tally found =
                    turned
                            ? new Tally(second, first, 0, 0, 0, 0)
                            : new Tally(first, second, 0, 0, 0, 0);
            tallies.merge(
                    List.of(found.one, found.other),
                    found.and(comparison.preference(), turned),
                    (before, now) -> before.plus(now));
        }
        return List.copyOf(tallies.values());
    }

    private Tally and(Comparison.Preference preference, boolean turned) {
        return switch (preference) {
            case ONE -> turned ? won(0, 1) : won(1, 0);
            case OTHER -> turned ? won(1, 0) : won(0, 1);
            case BOTH -> new Tally(one, other, ones, others, both + 1, neither);
            case NEITHER -> new Tally(one, other, ones, others, both, neither + 1);
        };
    }

    private Tally won(int first, int second) {
        return new Tally(one, other, ones + first, others + second, both, neither);
    }

    private Tally plus(Tally more) {
        return new Tally(
                one,
                other,
                ones + more.ones,
                others + more.others,
                both + more.both,
                neither + more.neither);
    }
}
