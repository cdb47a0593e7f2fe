package org.fumikura.rag.index;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fumikura.rag.Span;

/// A text as [SearchText] normalises it, that knows where each of its characters came from.
final class NormalText {
    /// A character with the marks that combine with it, those of half-width kana included.
    private static final Pattern CLUSTER = Pattern.compile("(?s).[\\p{M}\\uFF9E\\uFF9F]*");

    private final String text;

    /// Where each character's cluster begins and ends in the text as it was.
    private final int[] starts;

    private final int[] ends;

    private NormalText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    static NormalText of(String original) {
        var text = new StringBuilder(original.length());
        int[] starts = new int[original.length() + 16];
        int[] ends = new int[original.length() + 16];
        Matcher cluster = CLUSTER.matcher(original);
        while (cluster.find()) {
            String normal = SearchText.normalise(cluster.group());
            while (text.length() + normal.length() > starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
                ends = Arrays.copyOf(ends, 2 * ends.length);
            }
            Arrays.fill(starts, text.length(), text.length() + normal.length(), cluster.start());
            Arrays.fill(ends, text.length(), text.length() + normal.length(), cluster.end());
            text.append(normal);
        }
        return new NormalText(text.toString(), starts, ends);
    }

    /// The normalised text; numbers keep their grouping commas.
    String text() {
        return text;
    }

    /// Where a stretch that is not empty came from.
    Span original(int start, int end) {
        return new Span(starts[start], ends[end - 1]);
    }
}
