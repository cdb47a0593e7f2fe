package org.fumikura.inference.ffm;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fumikura.inference.thinking.ThinkingMarks;

/// A model's tokenizer.
final class Vocabulary {
    private static final int PIECE = 256;

    private final LlamaApi api;
    private final MemorySegment vocabulary;
    private final int size;
    private final int bos;
    private final Map<Integer, byte[]> thinking = new HashMap<>();

    Vocabulary(LlamaApi api, MemorySegment model) {
        this.api = api;
        vocabulary = api.llamaModelGetVocab(model);
        size = api.llamaVocabNTokens(vocabulary);
        bos = api.llamaVocabBos(vocabulary);
        for (ThinkingMarks marks : ThinkingMarks.values()) {
            for (String mark : List.of(marks.open(), marks.close())) {
                int[] tokens = tokens(mark, false);
                if (tokens.length == 1) {
                    thinking.put(tokens[0], mark.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    /// The library's own pointer.
    MemorySegment address() {
        return vocabulary;
    }

    int size() {
        return size;
    }

    boolean ends(int token) {
        return api.llamaVocabIsEog(vocabulary, token);
    }

    /// What goes before a text; nothing where the model wants nothing.
    int[] beginning() {
        return mark(api.llamaVocabGetAddBos(vocabulary), bos);
    }

    /// What goes after a text.
    int[] end() {
        return mark(api.llamaVocabGetAddEos(vocabulary), api.llamaVocabEos(vocabulary));
    }

    /// What stands between two texts, after the end of the first.
    int[] separator() {
        return mark(api.llamaVocabGetAddSep(vocabulary), api.llamaVocabSep(vocabulary));
    }

    private static int[] mark(boolean wanted, int token) {
        return wanted && token >= 0 ? new int[] {token} : new int[0];
    }

    /// The text's tokens and nothing else; markers of a template become the tokens they stand for.
    int[] tokens(String text) {
        return tokens(text, false);
    }

    /// With the special tokens that the model wants around a text, its first one once only.
    int[] promptTokens(String text) {
        int[] tokens = tokens(text, true);
        boolean twice = tokens.length > 1 && tokens[0] == bos && tokens[1] == bos;
        return twice ? Arrays.copyOfRange(tokens, 1, tokens.length) : tokens;
    }

    private int[] tokens(String text, boolean special) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int capacity = utf8.length + 8;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(Math.max(1, utf8.length));
            MemorySegment.copy(utf8, 0, bytes, JAVA_BYTE, 0, utf8.length);
            MemorySegment tokens = arena.allocate(JAVA_INT, capacity);
            int count =
                    api.llamaTokenize(
                            vocabulary, bytes, utf8.length, tokens, capacity, special, true);
            if (count < 0) {
                throw new IllegalStateException("tokens: " + count);
            }
            return tokens.asSlice(0, (long) count * Integer.BYTES).toArray(JAVA_INT);
        }
    }

    /// The token's bytes, which may be part of a character; none for control tokens other than
    /// marks of thoughts.
    byte[] bytes(int token) {
        byte[] mark = thinking.get(token);
        if (mark != null) {
            return mark;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(PIECE);
            int count = api.llamaTokenToPiece(vocabulary, token, buffer, PIECE, 0, false);
            if (count < 0) {
                buffer = arena.allocate(-count);
                count = api.llamaTokenToPiece(vocabulary, token, buffer, -count, 0, false);
            }
            return buffer.asSlice(0, Math.max(0, count)).toArray(JAVA_BYTE);
        }
    }
}
