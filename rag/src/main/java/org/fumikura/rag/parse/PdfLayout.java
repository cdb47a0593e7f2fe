package org.fumikura.rag.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The blocks of a PDF page in reading order.
///
/// The order in which a page draws its text is nearly always the order of reading. It is kept
/// unless it goes upwards within a column, as slides do whose title was put in last; then the page
/// is cut along its widest white gaps, the parts read top to bottom and left to right.
record PdfLayout(List<PdfBlock> blocks) {
    // Cutting costs the square of this; pages with more groups are drawings.
    private static final int MAX_CUT = 300;

    PdfLayout {
        blocks = List.copyOf(blocks);
    }

    /// All words of the page.
    String text() {
        return blocks.stream()
                .flatMap(block -> block.cells().stream())
                .collect(Collectors.joining("\n"));
    }

    /// The layout of the page that draws `lines`.
    static PdfLayout of(List<PdfLine> lines) {
        List<PdfGroup> groups = new ArrayList<>();
        for (PdfLine line : lines) {
            if (groups.isEmpty() || !groups.getLast().accept(line)) {
                groups.add(new PdfGroup(line));
            }
        }
        List<PdfGroup> ordered =
                groups.size() > 1 && groups.size() <= MAX_CUT && goesUpwards(groups)
                        ? cut(groups)
                        : groups;
        return new PdfLayout(ordered.stream().flatMap(g -> g.blocks().stream()).toList());
    }

    private static boolean goesUpwards(List<PdfGroup> groups) {
        float direction = groups.getFirst().direction();
        boolean upwards = false;
        for (int i = 0; i < groups.size(); i++) {
            PdfGroup earlier = groups.get(i);
            if (earlier.direction() != direction) {
                return false;
            }
            for (int j = i + 1; j < groups.size() && !upwards; j++) {
                PdfGroup later = groups.get(j);
                upwards =
                        later.bottom() < earlier.top()
                                && later.left() < earlier.right()
                                && earlier.left() < later.right();
            }
        }
        return upwards;
    }

    private static List<PdfGroup> cut(List<PdfGroup> groups) {
        if (groups.size() < 2) {
            return groups;
        }
        Cut across = Cut.widest(groups, PdfGroup::top, PdfGroup::bottom);
        Cut down = Cut.widest(groups, PdfGroup::left, PdfGroup::right);
        Cut widest = down.gap() > across.gap() ? down : across;
        if (widest.gap() <= 0) {
            return groups.stream()
                    .sorted(Comparator.comparing(PdfGroup::top).thenComparing(PdfGroup::left))
                    .toList();
        }
        List<PdfGroup> ordered = new ArrayList<>(cut(widest.before()));
        ordered.addAll(cut(widest.after()));
        return ordered;
    }

    /// A way to cut a page in two along a white gap; no way if the gap is not above zero.
    private record Cut(float gap, List<PdfGroup> before, List<PdfGroup> after) {
        interface Edge {
            float of(PdfGroup group);
        }

        static Cut widest(List<PdfGroup> groups, Edge start, Edge end) {
            List<PdfGroup> sorted = new ArrayList<>(groups);
            sorted.sort((a, b) -> Float.compare(start.of(a), start.of(b)));
            float reached = end.of(sorted.getFirst());
            float gap = 0;
            float at = 0;
            for (PdfGroup group : sorted) {
                if (start.of(group) - reached > gap) {
                    gap = start.of(group) - reached;
                    at = start.of(group);
                }
                reached = Math.max(reached, end.of(group));
            }
            float position = at;
            // The lists keep the order of drawing for groups that no cut parts.
            return new Cut(
                    gap,
                    groups.stream().filter(g -> start.of(g) < position).toList(),
                    groups.stream().filter(g -> start.of(g) >= position).toList());
        }
    }
}
