package org.fumikura.rag.chunk;

/// The size of text as an embedding model sees it, estimated from its characters: the tokenizer of
/// multilingual-e5 makes one token of about 1.6 Japanese or 4 Latin characters, and one of two
/// digits or signs. In sixteenths of a token.
final class PassageSize {
    /// What passages are cut to: 420 Japanese or 1040 Latin characters.
    static final int TARGET = 260 * 16;

    /// What no passage exceeds: far enough below 512 tokens that an estimate may err.
    static final int MAX = 300 * 16;

    /// Smaller sections are joined with their neighbours.
    static final int SMALL = 130 * 16;

    /// Too small to stand alone, such as a page number.
    static final int TINY = 20 * 16;

    private PassageSize() {}

    /// The size of `text` from `start` to `end`.
    static int of(CharSequence text, int start, int end) {
        int size = 0;
        for (int i = start; i < end; i++) {
            size += of(text.charAt(i));
        }
        return size;
    }

    private static int of(char c) {
        if (c >= 0x2E80) {
            return 10;
        }
        if (Character.isLetter(c)) {
            return c < 0x250 ? 4 : 6;
        }
        return Character.isWhitespace(c) ? 4 : 8;
    }
}
