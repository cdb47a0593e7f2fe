package org.fumikura.rag.chunk;

import java.util.ArrayList;
import java.util.List;

/// Units that belong together: a heading and what stands under it up to the next heading, or
/// several such that are small.
///
/// @param level of its first heading; the deepest possible if it begins without one
record Section(int level, int size, List<Unit> units) {
    private static final int WITHOUT_HEADING = Integer.MAX_VALUE;

    /// Longer than any page; shorter sections are parted as a whole.
    private static final int LONG = 24 * PassageSize.TARGET;

    private static final int LEAST_STRETCH = 8 * PassageSize.TARGET;
    private static final int MOST_STRETCH = 16 * PassageSize.TARGET;

    /// One in so many paragraphs may end a stretch.
    private static final int ONE_IN = 4;

    /// Sizes of units are multiples of this.
    private static final int UNIT_STEP = 2;

    Section {
        units = List.copyOf(units);
    }

    /// The sections of a page's units, in order.
    static List<Section> of(List<Unit> page) {
        List<Section> sections = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= page.size(); i++) {
            if (i == page.size() || page.get(i).start() instanceof Unit.Start.Section) {
                sections.add(single(page.subList(start, i)));
                start = i;
            }
        }
        return sections;
    }

    private static Section single(List<Unit> units) {
        int level =
                units.getFirst().start() instanceof Unit.Start.Section(int heading)
                        ? heading
                        : WITHOUT_HEADING;
        return new Section(level, units.stream().mapToInt(Unit::size).sum(), units);
    }

    /// Whether `next` is better read with this section than apart from it.
    boolean takes(Section next) {
        int together = size + next.size;
        if (size < PassageSize.TINY) {
            return true;
        }
        if (next.size < PassageSize.TINY && !next.isBareHeading()) {
            return together <= PassageSize.MAX;
        }
        boolean besideOrUnder = level == WITHOUT_HEADING || next.level >= level;
        boolean small =
                size < PassageSize.SMALL || next.size < PassageSize.SMALL && !next.isBareHeading();
        return besideOrUnder && small && together <= PassageSize.TARGET;
    }

    /// Whether a section this small at the end of a page belongs to the one before it.
    boolean isRest() {
        return size < PassageSize.TINY;
    }

    Section with(Section next) {
        List<Unit> both = new ArrayList<>(units);
        both.addAll(next.units);
        return new Section(level, size + next.size, both);
    }

    /// This section as one passage if it fits, or else in parts of about equal size, parted between
    /// paragraphs where possible.
    List<List<Unit>> passages() {
        if (size <= PassageSize.MAX) {
            return List.of(units);
        }
        List<List<Unit>> passages = new ArrayList<>();
        stretches().forEach(stretch -> passages.addAll(stretch.parts()));
        return passages;
    }

    /// A long section in stretches that end at places which its own words choose, whatever stands
    /// before: after an edit the stretches further on are what they were, and so are their
    /// passages.
    private List<Section> stretches() {
        if (size <= LONG) {
            return List.of(this);
        }
        List<Section> stretches = new ArrayList<>();
        int start = 0;
        int filled = 0;
        int left = size;
        for (int i = 1; i < units.size(); i++) {
            filled += units.get(i - 1).size();
            left -= units.get(i - 1).size();
            if (left >= LEAST_STRETCH && endsStretch(filled, units.get(i - 1), units.get(i))) {
                stretches.add(new Section(level, filled, units.subList(start, i)));
                start = i;
                filled = 0;
            }
        }
        stretches.add(new Section(level, filled + left, units.subList(start, units.size())));
        return stretches;
    }

    private static boolean endsStretch(int filled, Unit last, Unit next) {
        if (filled >= MOST_STRETCH) {
            return true;
        }
        return filled >= LEAST_STRETCH
                && !(next.start() instanceof Unit.Start.Nothing)
                && (31 * last.size() + next.size()) / UNIT_STEP % ONE_IN == 0;
    }

    private List<List<Unit>> parts() {
        int parts = Math.ceilDiv(size, PassageSize.TARGET);
        int goal = size / parts;
        List<List<Unit>> passages = new ArrayList<>();
        List<Unit> current = new ArrayList<>();
        int filled = 0;
        int behind = 0;
        for (Unit unit : units) {
            boolean last = passages.size() == parts - 1;
            int wanted = goal * (passages.size() + 1) - behind;
            if (!current.isEmpty() && isFull(filled, unit, last ? Integer.MAX_VALUE : wanted)) {
                passages.add(current);
                current = new ArrayList<>();
                behind += filled;
                filled = 0;
            }
            current.add(unit);
            filled += unit.size();
        }
        passages.add(current);
        return passages;
    }

    /// Whether this is a heading with another one right under it: it goes with that, not back.
    private boolean isBareHeading() {
        return units.size() == 1 && level != WITHOUT_HEADING;
    }

    private static boolean isFull(int filled, Unit next, int wanted) {
        if (filled + next.size() > PassageSize.MAX) {
            return true;
        }
        return switch (next.start()) {
            case Unit.Start.Section _, Unit.Start.Block _ -> filled >= wanted / 5 * 4;
            case Unit.Start.Nothing _ -> filled >= wanted - next.size() / 2;
        };
    }
}
