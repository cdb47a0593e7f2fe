package org.fumikura.rag.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Lines of a PDF page that stand under each other: the paragraphs of one column or text box, or
/// the rows of a table.
final class PdfGroup {
    private static final Pattern BULLET =
            Pattern.compile("(?s)(?:[・･•●○◎■□◆◇▲△▼▽▶►▪▫➢➤→⇒※✓✔★☆◦–—‐*]|-\\s).*");
    // What begins a numbered entry or clause, but now and then the rest of a broken line.
    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?s)(?:[（(［\\[]?[0-9０-９]{1,3}[)）］\\].．、][^0-9０-９]"
                            + "|[（(][一二三四五六七八九十ア-ンa-zA-Zｱ-ﾝ][)）]"
                            + "|[①-⑳㉑-㊿⑴-⒇ⅰ-ⅻⅠ-Ⅻ]"
                            + "|[一二三四五六七八九十]+[、．　 ]).*");
    private static final Pattern CLAUSE = Pattern.compile("(?s)第[0-9０-９一二三四五六七八九十百]+[章条節項編部回].*");
    private static final Pattern BARE_NUMBER =
            Pattern.compile("(?s)[0-9０-９一二三四五六七八九十]{1,3}[ 　]\\D.*");

    private static final String TERMINATORS = "。．.!?！？：:」";

    /// A cell that is narrower than so many letters is rather one of several than a broken one.
    private static final float LONG_CELL = 10;

    private final List<PdfLine> lines = new ArrayList<>();
    private float left = Float.MAX_VALUE;
    private float right = -Float.MAX_VALUE;
    private float lastGap = Float.NaN;

    PdfGroup(PdfLine first) {
        add(first);
    }

    float left() {
        return left;
    }

    float right() {
        return right;
    }

    float top() {
        return lines.getFirst().baseline() - lines.getFirst().size();
    }

    float bottom() {
        return lines.getLast().baseline();
    }

    float direction() {
        return lines.getFirst().segments().getFirst().direction();
    }

    /// Adds `line` if it continues this group: same kind, size and direction, the next line below.
    boolean accept(PdfLine line) {
        PdfLine last = lines.getLast();
        float size = last.size();
        float gap = line.baseline() - last.baseline();
        boolean near = gap > 0.5f * size && gap < 1.9f * size;
        boolean regular = Math.abs(gap - lastGap) < 0.15f * size && gap < 2.6f * size;
        boolean rows = lines.getFirst().isRow();
        boolean fits =
                (line.isRow() == rows || rows && near && standsUnderLastCell(line))
                        && line.segments().getFirst().direction() == direction()
                        && (near || regular || rows && gap > 0 && gap < 3 * size)
                        && (rows || isLike(line.size(), size))
                        && line.left() < right
                        && line.right() > left;
        if (fits) {
            lastGap = gap;
            add(line);
        }
        return fits;
    }

    /// Whether a line that is no row begins where the last cell of the row above it does.
    private boolean standsUnderLastCell(PdfLine line) {
        PdfLine.Segment cell = lastRow().segments().getLast();
        return Math.abs(line.left() - cell.left()) < 0.8f * cell.size()
                && isLike(line.size(), cell.size());
    }

    private PdfLine lastRow() {
        int i = lines.size() - 1;
        while (!lines.get(i).isRow()) {
            i--;
        }
        return lines.get(i);
    }

    /// Whether line `i` is the rest of the last cell of the row above it, which was broken at the
    /// edge of the table.
    private boolean continuesCell(int i) {
        PdfLine line = lines.get(i);
        PdfLine.Segment cell = lines.get(i - 1).segments().getLast();
        return cell.right() - cell.left() > LONG_CELL * cell.size()
                && isBroken(cell, cell.size())
                && !BULLET.matcher(line.text()).matches()
                && !isNumbered(cell.text(), line.text());
    }

    /// The rows, or the paragraphs that the lines make.
    List<PdfBlock> blocks() {
        List<PdfBlock> blocks = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || begins(start, i)) {
                blocks.add(block(lines.subList(start, i)));
                start = i;
            }
        }
        return blocks;
    }

    /// Whether line `i` begins a row or paragraph after the one that began with line `start`.
    private boolean begins(int start, int i) {
        if (lines.get(i).isRow()) {
            return true;
        }
        if (lines.get(i - 1).isRow()) {
            return !continuesCell(i);
        }
        return beginsParagraph(lines.get(start).isRow() ? i - 1 : start, i);
    }

    private void add(PdfLine line) {
        lines.add(line);
        left = Math.min(left, line.left());
        right = Math.max(right, line.right());
    }

    private static boolean isLike(float a, float b) {
        return a < b * 1.18f && b < a * 1.18f;
    }

    /// Whether line `i` begins a new paragraph after the one that began with line `start`.
    private boolean beginsParagraph(int start, int i) {
        PdfLine line = lines.get(i);
        PdfLine last = lines.get(i - 1);
        float size = line.size();
        float room = right - last.right();
        boolean ended = isEnded(last.text());
        boolean broken = isBroken(last.segments().getFirst(), size);
        String first = lines.get(start).text();
        if (BULLET.matcher(line.text()).matches() || matchBoth(NUMBER, first, line.text())) {
            return true;
        }
        if (!broken && isNumbered(first, line.text())) {
            return true;
        }
        if (ended && room > 1.5f * size) {
            return true;
        }
        if (room > 0.35f * (right - left) && room > 3 * size) {
            return true;
        }
        boolean hanging = BULLET.matcher(first).matches() || NUMBER.matcher(first).matches();
        return !hanging
                && line.left() > last.left() + 0.8f * size
                && last.left() < left + 0.5f * size
                && ended;
    }

    /// Whether words reach the edge of the group, within about a letter of `size`, without an end.
    private boolean isBroken(PdfLine.Segment words, float size) {
        return right - words.right() < 1.2f * size && !isEnded(words.text());
    }

    private static boolean isEnded(String text) {
        return TERMINATORS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static boolean isNumbered(String first, String line) {
        return NUMBER.matcher(line).matches()
                || CLAUSE.matcher(line).matches()
                || matchBoth(BARE_NUMBER, first, line);
    }

    private static boolean matchBoth(Pattern pattern, String a, String b) {
        return pattern.matcher(a).matches() && pattern.matcher(b).matches();
    }

    private static PdfBlock block(List<PdfLine> lines) {
        PdfLine first = lines.getFirst();
        List<String> cells =
                new ArrayList<>(first.segments().stream().map(PdfLine.Segment::text).toList());
        var text = new StringBuilder(cells.removeLast());
        for (PdfLine line : lines.subList(1, lines.size())) {
            ReadableText.appendLine(text, line.text());
        }
        cells.add(text.toString());
        return new PdfBlock(cells, first.size(), lines.size());
    }
}
