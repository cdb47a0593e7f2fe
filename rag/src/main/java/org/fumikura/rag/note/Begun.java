package org.fumikura.rag.note;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.fumikura.rag.Span;
import org.fumikura.rag.chunk.SentenceSplitter;

/// Where a note has come to: the sentence that is begun, and what goes before it.
///
/// @param context the sentences before it, from the same part of the note
/// @param sentence as far as it was written, without white space around it; blank where the next is
///   to begin
record Begun(String context, String sentence) {
    /// How far back is looked, in UTF-16 code units.
    private static final int REACH = 600;

    /// So many sentences tell what the note is about.
    private static final int SENTENCES = 2;

    /// A sentence longer than this is taken from here on: the model has to write it out.
    private static final int LONGEST = 160;

    private static final Pattern ENDED = Pattern.compile("[.!?。！？][)」』”’\"]*\\s*$");

    /// What was begun in a note that goes up to the cursor.
    static Begun of(String before, SentenceSplitter splitter) {
        String near = before.substring(Math.max(0, before.length() - REACH));
        List<Span> sentences = splitter.split(near);
        boolean between = sentences.isEmpty() || ENDED.matcher(near).find() || near.endsWith("\n");
        String last = between ? "" : sentences.getLast().of(near).strip().replaceAll("\\s+", " ");
        List<Span> ended = between ? sentences : sentences.subList(0, sentences.size() - 1);
        String context =
                ended.isEmpty()
                        ? ""
                        : near.substring(
                                ended.get(Math.max(0, ended.size() - SENTENCES)).start(),
                                ended.getLast().end());
        return new Begun(context.strip(), last.substring(from(last)));
    }

    private static int from(String sentence) {
        int from = Math.max(0, sentence.length() - LONGEST);
        boolean split = from > 0 && Character.isLowSurrogate(sentence.charAt(from));
        return split ? from + 1 : from;
    }

    /// What documents are searched for; blank if there is too little.
    String query() {
        return (context + "\n" + sentence).strip();
    }

    /// What comes after `before` if the whole sentence is `written`: without what was there, and
    /// with a space before it where words need one.
    String rest(String before, String written) {
        int shared = overlap(written);
        String rest = written.substring(shared);
        boolean spaced =
                before.isEmpty() || Character.isWhitespace(before.codePointBefore(before.length()));
        if (spaced) {
            return rest.stripLeading();
        }
        return shared == 0 && isLatin(before.codePointBefore(before.length())) && isWord(rest)
                ? " " + rest
                : rest;
    }

    /// How much of the beginning of `written` is what was begun, or its last words.
    private int overlap(String written) {
        String low = written.toLowerCase(Locale.ROOT);
        String begun = sentence.toLowerCase(Locale.ROOT);
        if (low.length() != written.length() || begun.length() != sentence.length()) {
            return 0;
        }
        for (int from = 0; from < begun.length(); from++) {
            boolean word =
                    from == 0 || !isLatin(begun.codePointBefore(from)) || begun.charAt(from) == ' ';
            if (word && low.startsWith(begun.substring(from))) {
                return begun.length() - from;
            }
        }
        return 0;
    }

    private static boolean isWord(String rest) {
        return !rest.isEmpty() && isLatin(rest.codePointAt(0));
    }

    /// Scripts that put spaces between words, and what goes with them.
    private static boolean isLatin(int character) {
        return character < 0x2E80
                && (Character.isLetterOrDigit(character) || ".,;:!?)".indexOf(character) >= 0);
    }
}
