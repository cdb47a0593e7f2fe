package org.fumikura.rag.parse;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import org.fumikura.rag.Span;

/// A text reduced to what stays the same however it is laid out: without white space and hyphens,
/// letters in one form. Knows where each character comes from.
///
/// @param origin for each character of `text` the code unit of the original it stands for
@SuppressWarnings("ArrayRecordComponent") // Not a value: nobody compares such texts.
record FoldedText(String text, int[] origin) {
    // Shorter pieces stand on a page by chance.
    private static final int SHORTEST_PIECE = 6;
    // Looking for pieces costs the product of both lengths.
    private static final long MOST_STEPS = 40_000_000;

    static FoldedText of(String original) {
        var text = new StringBuilder(original.length());
        int[] origin = new int[original.length() * 2 + 16];
        for (int i = 0; i < original.length(); ) {
            int length = Character.charCount(original.codePointAt(i));
            String folded = fold(original.substring(i, i + length));
            for (int k = 0; k < folded.length(); k++) {
                char c = folded.charAt(k);
                if (Character.isLetterOrDigit(c) || !isLayout(c)) {
                    if (text.length() == origin.length) {
                        origin = Arrays.copyOf(origin, origin.length * 2);
                    }
                    origin[text.length()] = i;
                    text.append(c);
                }
            }
            i += length;
        }
        return new FoldedText(text.toString(), Arrays.copyOf(origin, text.length()));
    }

    private static String fold(String letter) {
        String form = Normalizer.normalize(ReadableText.clean(letter), Normalizer.Form.NFKC);
        return form.toLowerCase(Locale.ROOT);
    }

    private static boolean isLayout(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.DASH_PUNCTUATION;
    }

    /// Finds what stands in `marked` of the original again in another layout of the same text. A
    /// stretch that stands there several times is the one of the same count; one that stands there
    /// in pieces is found piece by piece, the longest first.
    ///
    /// @return code units of the other's original
    BitSet findIn(FoldedText other, Span marked) {
        int from = indexOf(marked.start());
        int to = indexOf(marked.end());
        String sought = text.substring(from, to);
        BitSet found = new BitSet();
        int at = sought.isEmpty() ? -1 : other.nth(sought, countBefore(sought, from));
        if (at >= 0) {
            other.mark(at, at + sought.length(), found);
        } else {
            other.markPieces(sought, 0, other.text.length(), found);
        }
        return found;
    }

    private int indexOf(int unit) {
        int at = Arrays.binarySearch(origin, unit);
        int index = at < 0 ? -at - 1 : at;
        while (index > 0 && origin[index - 1] == unit) {
            index--;
        }
        return index;
    }

    private int countBefore(String sought, int end) {
        int count = 0;
        for (int at = text.indexOf(sought);
                at >= 0 && at < end;
                at = text.indexOf(sought, at + 1)) {
            count++;
        }
        return count;
    }

    /// Where `sought` begins for the `count`-th time, from 0, or the last time before; -1 if never.
    private int nth(String sought, int count) {
        int last = -1;
        for (int i = 0; i <= count; i++) {
            int next = text.indexOf(sought, last + 1);
            if (next < 0) {
                break;
            }
            last = next;
        }
        return last;
    }

    private void mark(int from, int to, BitSet found) {
        for (int i = from; i < to; i++) {
            found.set(origin[i]);
        }
    }

    /// Marks the longest piece of `sought` within this text, and so on with what is left of it.
    private void markPieces(String sought, int from, int to, BitSet found) {
        if (sought.length() < SHORTEST_PIECE || (long) sought.length() * (to - from) > MOST_STEPS) {
            return;
        }
        int[] before = new int[to - from + 1];
        int longest = 0;
        int endInSought = 0;
        int endHere = 0;
        for (int i = 1; i <= sought.length(); i++) {
            int[] now = new int[before.length];
            for (int j = 1; j < now.length; j++) {
                if (sought.charAt(i - 1) == text.charAt(from + j - 1)) {
                    now[j] = before[j - 1] + 1;
                    if (now[j] > longest) {
                        longest = now[j];
                        endInSought = i;
                        endHere = from + j;
                    }
                }
            }
            before = now;
        }
        if (longest >= SHORTEST_PIECE) {
            mark(endHere - longest, endHere, found);
            markPieces(sought.substring(0, endInSought - longest), from, to, found);
            markPieces(sought.substring(endInSought), from, to, found);
        }
    }
}
