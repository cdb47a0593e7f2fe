package org.fumikura.rag.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.fumikura.rag.Span;

/// Finds the sentences of a text in Japanese, English or both, by rules that need no model.
///
/// Works on text that is still growing: whatever is appended, every span but the last stays as it
/// is, so a caller can take all but the last as final. Stateless; any number of threads may use it.
public final class SentenceSplitter {
    // Quotations longer than this are split inside: they hold whole passages, or never close.
    private static final int LONGEST_QUOTATION = 200;
    // A line this wide (in Latin letters) that ends without a full stop was broken to fit.
    private static final int WRAPPED_WIDTH = 50;

    private static final String STOPS = "。！？!?｡";
    private static final String CLOSERS = "」』）)】〕］]｝}”’\"'»›〉》";
    private static final String CLOSERS_AND_STOPS = CLOSERS + STOPS;
    private static final String OPENING_QUOTES = "「『（(【〔［[";
    private static final String CLOSING_QUOTES = "」』）)】〕］]";

    /// What follows a quoted sentence when the sentence around it goes on: 「…。」と言った.
    private static final String CONTINUATIONS = "とっをがはにの、，,";

    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "gen", "col", "lt", "capt",
                    "rev", "hon", "gov", "pres", "sen", "rep", "vs", "etc", "e.g", "i.e", "cf",
                    "al", "fig", "figs", "eq", "eqs", "sec", "secs", "ch", "vol", "no", "nos", "pp",
                    "ed", "eds", "inc", "ltd", "co", "corp", "dept", "univ", "approx", "ca", "est",
                    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
                    "dec", "mt", "ft", "viz", "resp", "ref", "refs", "tab", "app", "art", "para",
                    "u.s", "u.k", "u.n", "a.m", "p.m", "ph.d");

    /// Those that also end sentences: they do if a capital follows.
    private static final Set<String> FINAL_TOO =
            Set.of(
                    "etc", "a.m", "p.m", "u.s", "u.k", "u.n", "inc", "ltd", "co", "corp", "ph.d",
                    "jr", "sr", "al");

    private static final Pattern MARKER =
            Pattern.compile(
                    "[\\s　]*(?:[-*•・●○■□◆◇▶▪–—※➢✓][\\s　]*"
                            + "|[（(\\[［]?[0-9０-９]{1,3}[)）\\]］.．、]"
                            + "|[（(]?[a-zA-Zivx]{1,3}[)）]"
                            + "|#{1,6}|[①-⑳])");

    /// The sentences of `text` in order, without the white space around them; none for blank text.
    /// The last may be incomplete if the text is.
    public List<Span> split(String text) {
        var scan = new Scan(text);
        scan.run();
        return scan.sentences;
    }

    private static final class Scan {
        private final String text;
        private final List<Span> sentences = new ArrayList<>();
        private int start;
        private int depth;
        private int quotationStart;

        Scan(String text) {
            this.text = text;
        }

        void run() {
            int i = 0;
            while (i < text.length()) {
                char c = text.charAt(i);
                if (c == '\n') {
                    i = lineBreak(i);
                } else if (isStop(i, c)) {
                    i = stop(i);
                } else {
                    follow(c, i);
                    i++;
                }
            }
            cut(text.length());
        }

        /// Keeps count of open quotation marks and brackets.
        private void follow(char c, int i) {
            if (OPENING_QUOTES.indexOf(c) >= 0) {
                quotationStart = depth == 0 ? i : quotationStart;
                depth++;
            } else if (CLOSING_QUOTES.indexOf(c) >= 0 && depth > 0) {
                depth--;
            }
        }

        private boolean isStop(int i, char c) {
            if (STOPS.indexOf(c) >= 0) {
                return true;
            }
            return (c == '.' || c == '．' || c == '…') && i > start;
        }

        /// Handles the run of stops and closing marks at `i`; returns where it ends.
        private int stop(int i) {
            int end = i;
            while (end < text.length()
                    && (STOPS.indexOf(text.charAt(end)) >= 0
                            || ".．…".indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
            int stopsEnd = end;
            boolean quoted = depth > 0 && i - quotationStart <= LONGEST_QUOTATION;
            while (end < text.length() && CLOSERS_AND_STOPS.indexOf(text.charAt(end)) >= 0) {
                follow(text.charAt(end), end);
                end++;
            }
            boolean stillQuoted = quoted && depth > 0;
            if (end < text.length() && !stillQuoted && ends(i, stopsEnd, end)) {
                cut(end);
                depth = 0;
            }
            return end;
        }

        /// Whether the stops from `i` to `stopsEnd`, followed by closing marks up to `end`, end a
        /// sentence. There is text after `end`.
        private boolean ends(int i, int stopsEnd, int end) {
            char next = text.charAt(end);
            char stop = text.charAt(stopsEnd - 1);
            if (end > stopsEnd && CONTINUATIONS.indexOf(next) >= 0) {
                return false;
            }
            if (stop == '。' || stop == '｡' || stop == '！' || stop == '？') {
                return true;
            }
            if (stop == '．') {
                return !isDigit(next) && !onlyMarkerBefore(i);
            }
            if (!Character.isWhitespace(next)) {
                return next >= 0x3040 && next < 0xA000 && stop != '…' && !isLatinBefore(i);
            }
            int following = end;
            while (following < text.length() && text.charAt(following) == ' ') {
                following++;
            }
            if (following == text.length()) {
                return false;
            }
            char after = text.charAt(following);
            boolean lower = Character.isLowerCase(after);
            if (stop == '…' || stopsEnd - i > 1 && stop == '.') {
                return !lower;
            }
            return stop == '.' ? endsAtFullStop(i, after) : !lower || end == stopsEnd;
        }

        private boolean endsAtFullStop(int i, char after) {
            if (Character.isLowerCase(after) || onlyMarkerBefore(i)) {
                return false;
            }
            int word = i;
            while (word > start && isWordPart(text.charAt(word - 1))) {
                word--;
            }
            String last = text.substring(word, i).toLowerCase(Locale.ROOT);
            boolean initial = last.length() == 1 && Character.isUpperCase(text.charAt(word));
            if (initial) {
                return false;
            }
            if (ABBREVIATIONS.contains(last)) {
                return FINAL_TOO.contains(last) && Character.isUpperCase(after);
            }
            return true;
        }

        private static boolean isWordPart(char c) {
            return c < 0x2E80 && Character.isLetter(c) || c == '.';
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9' || c >= '０' && c <= '９';
        }

        private boolean isLatinBefore(int i) {
            return i > 0 && text.charAt(i - 1) < 0x250;
        }

        /// Whether the sentence so far is nothing but a number or bullet.
        private boolean onlyMarkerBefore(int i) {
            String before = text.substring(start, Math.min(i + 1, start + 16)).strip();
            return i - start < 16
                    && before.length() <= 8
                    && before.chars().noneMatch(c -> c > 0xFF5A && Character.isLetter(c))
                    && (MARKER.matcher(before).matches()
                            || before.matches("[0-9０-９]+(?:[.．][0-9０-９]+)*[.．]"));
        }

        /// Handles the line break at `i`; returns where to go on.
        private int lineBreak(int i) {
            int next = i + 1;
            boolean blankLine = false;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                blankLine |= text.charAt(next) == '\n';
                next++;
            }
            if (next == text.length()) {
                return next;
            }
            if (blankLine || !isWrapped(i) || beginsEntry(next)) {
                cut(i);
                depth = 0;
            }
            return next;
        }

        private boolean isWrapped(int lineEnd) {
            int lineStart = text.lastIndexOf('\n', lineEnd - 1) + 1;
            int width = 0;
            for (int i = lineStart; i < lineEnd; i++) {
                width += text.charAt(i) >= 0x2E80 ? 2 : 1;
            }
            int last = lineEnd - 1;
            while (last > lineStart && Character.isWhitespace(text.charAt(last))) {
                last--;
            }
            return width >= WRAPPED_WIDTH && "。！？!?.．:：」".indexOf(text.charAt(last)) < 0;
        }

        private boolean beginsEntry(int at) {
            return text.charAt(at - 1) == '　'
                    || MARKER.matcher(text).region(at, text.length()).lookingAt();
        }

        private void cut(int end) {
            Span sentence = new Span(start, end).trimmed(text);
            if (sentence.length() > 0) {
                sentences.add(sentence);
            }
            start = end;
        }
    }
}
