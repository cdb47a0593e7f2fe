package org.fumikura.inference.ffm;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// The one conversation of a context: which tokens its cache holds, in step with the cache itself.
final class CachedSequence {
    /// Tokens of a step. What a stopped step computed is lost, so steps are small; smaller ones are
    /// not measurably slower.
    private static final int STEP = 128;

    private static final int ABORTED = 2;
    private static final int ID = 0;
    private static final int TO_THE_END = -1;

    private final LlamaApi api;
    private final MemorySegment context;
    private final MemorySegment memory;
    private final TokenBatch batch;
    private final ThreadShare threads;
    private final int vocabulary;
    private final int[] tokens;
    private int length;

    /// @param batch of this context alone
    /// @param vocabulary number of its tokens, the length of a row of logits
    CachedSequence(
            LlamaApi api,
            MemorySegment context,
            TokenBatch batch,
            ThreadShare threads,
            int vocabulary) {
        this.api = api;
        this.context = context;
        this.memory = api.llamaGetMemory(context);
        this.batch = batch;
        this.threads = threads;
        this.vocabulary = vocabulary;
        this.tokens = new int[api.llamaNCtx(context)];
    }

    int length() {
        return length;
    }

    int capacity() {
        return tokens.length;
    }

    /// The most tokens that one step may compute with their logits.
    int mostOutputs() {
        return batch.mostOutputs();
    }

    /// The cached tokens.
    int[] tokens() {
        return Arrays.copyOf(tokens, length);
    }

    /// Cuts the cache to what it shares with the prompt, and at most to all but the prompt's last
    /// token, whose logits are wanted.
    ///
    /// @return how many of the prompt's tokens are cached
    int keep(int[] prompt) {
        if (prompt.length == 0 || prompt.length > tokens.length) {
            throw new IllegalArgumentException(
                    prompt.length + " tokens for a context of " + tokens.length);
        }
        int shared = Arrays.mismatch(tokens, 0, length, prompt, 0, Math.min(prompt.length, length));
        if (shared < 0 || shared > prompt.length) {
            shared = Math.min(prompt.length, length);
        }
        cut(Math.min(shared, prompt.length - 1));
        return length;
    }

    /// Takes everything from this position on out of the cache.
    void cut(int from) {
        if (from >= length) {
            return;
        }
        // Some networks (recurrent ones) cannot forget their last tokens alone.
        if (from == 0 || !api.llamaMemorySeqRm(memory, ID, from, TO_THE_END)) {
            api.llamaMemoryClear(memory, false);
            length = 0;
        } else {
            length = from;
        }
    }

    /// Computes the rest of a prompt of which [#keep] kept the beginning; the last token's logits
    /// are then in row [#lastRow()].
    ///
    /// @return false if it was stopped; what was computed stays
    boolean computeRest(int[] prompt) {
        while (length < prompt.length) {
            int end = Math.min(prompt.length, length + Math.min(STEP, batch.capacity()));
            batch.clear();
            for (int i = length; i < end - 1; i++) {
                batch.add(prompt[i], i, ID);
            }
            if (end == prompt.length) {
                batch.addWithOutput(prompt[end - 1], end - 1, ID);
            } else {
                batch.add(prompt[end - 1], end - 1, ID);
            }
            System.arraycopy(prompt, length, tokens, length, end - length);
            if (!decode()) {
                return false;
            }
        }
        return true;
    }

    /// Computes a token and the guesses after it in one step, all with logits: row `i` is what
    /// follows the token and `i` guesses.
    ///
    /// @return false if it was stopped
    boolean compute(int token, int... guesses) {
        batch.clear();
        tokens[length] = token;
        batch.addWithOutput(token, length, ID);
        for (int i = 0; i < guesses.length; i++) {
            tokens[length + 1 + i] = guesses[i];
            batch.addWithOutput(guesses[i], length + 1 + i, ID);
        }
        return decode();
    }

    /// The row of the last token's logits.
    int lastRow() {
        return batch.size() - 1;
    }

    private boolean decode() {
        int result = threads.run(() -> api.llamaDecode(context, batch.struct()));
        if (result == 0) {
            length += batch.size();
            return true;
        }
        // Parts of the batch may be in the cache already.
        int kept = api.llamaMemorySeqPosMax(memory, ID) + 1;
        length = Math.min(kept, length + batch.size());
        batch.clear();
        if (result == ABORTED) {
            return false;
        }
        throw new InferenceException(Code.GENERATION_FAILED, "decode " + result);
    }

    /// Copies a row of the last step's logits. The library ends the process when it is made to
    /// sample where no logits are, so their absence is found out here.
    void logits(int row, float[] target) {
        MemorySegment.copy(address(row), JAVA_FLOAT, 0, target, 0, vocabulary);
    }

    private MemorySegment address(int row) {
        if (row < 0 || row >= batch.size()) {
            throw new IllegalStateException("no row " + row + " of " + batch.size());
        }
        MemorySegment logits = api.llamaGetLogitsIth(context, row);
        if (logits.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("no logits in row " + row);
        }
        return logits.reinterpret((long) vocabulary * Float.BYTES);
    }

    /// The cache's contents with their tokens: the tokens' count and numbers, then the library's
    /// own bytes.
    ByteBuffer save(Arena arena) {
        long size = api.llamaStateSeqGetSize(context, ID);
        int head = Integer.BYTES * (1 + length);
        MemorySegment all = arena.allocate(head + size);
        ByteBuffer bytes = all.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(length);
        bytes.asIntBuffer().put(tokens, 0, length);
        long written = api.llamaStateSeqGetData(context, all.asSlice(head), size, ID);
        return bytes.position(0).limit(Math.toIntExact(head + written));
    }

    /// Puts back what [#save] gave. The bytes' integrity is the caller's to check; a state of
    /// another shape is refused by the library.
    ///
    /// @param bytes in memory outside the heap
    /// @return how many tokens are cached now
    /// @throws InferenceException `STATE_FOREIGN`; the cache is empty then
    int restore(ByteBuffer bytes) {
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int count = in.remaining() < Integer.BYTES ? -1 : in.getInt();
        if (count < 0 || count > tokens.length || in.remaining() < count * Integer.BYTES) {
            cut(0);
            throw new InferenceException(Code.STATE_FOREIGN, "tokens " + count);
        }
        batch.clear();
        api.llamaMemoryClear(memory, false);
        length = 0;
        in.asIntBuffer().get(tokens, 0, count);
        in.position(in.position() + count * Integer.BYTES);
        MemorySegment state = MemorySegment.ofBuffer(in);
        if (count > 0
                && api.llamaStateSeqSetData(context, state, state.byteSize(), ID)
                        != state.byteSize()) {
            api.llamaMemoryClear(memory, false);
            throw new InferenceException(Code.STATE_FOREIGN, "tokens " + count);
        }
        length = count;
        return count;
    }
}
