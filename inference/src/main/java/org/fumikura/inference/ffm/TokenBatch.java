package org.fumikura.inference.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Tokens for one step of the computation, in memory that is reused from step to step. A context
/// ends the process when it is given more tokens or asked for more results than it has room for:
/// here both throw instead.
final class TokenBatch {
    private final int capacity;
    private final int mostOutputs;
    private final MemorySegment struct;
    private final MemorySegment tokens;
    private final MemorySegment positions;
    private final MemorySegment sequences;
    private final MemorySegment outputs;
    private int size;
    private int outputCount;

    /// @param capacity the context's own `n_batch`, which can be less than was asked for
    /// @param mostOutputs the context's `n_outputs_max`
    TokenBatch(int capacity, int mostOutputs, Arena arena) {
        this.capacity = capacity;
        this.mostOutputs = mostOutputs;
        struct = arena.allocate(Struct.BATCH.layout());
        tokens = arena.allocate(JAVA_INT, capacity);
        positions = arena.allocate(JAVA_INT, capacity);
        sequences = arena.allocate(JAVA_INT, capacity);
        outputs = arena.allocate(JAVA_BYTE, capacity);
        MemorySegment counts = arena.allocate(JAVA_INT, capacity);
        MemorySegment addresses = arena.allocate(ADDRESS, capacity);
        for (int i = 0; i < capacity; i++) {
            counts.setAtIndex(JAVA_INT, i, 1);
            addresses.setAtIndex(
                    ADDRESS, i, sequences.asSlice((long) i * Integer.BYTES, Integer.BYTES));
        }
        Struct.BATCH.set(struct, "token", tokens);
        Struct.BATCH.set(struct, "pos", positions);
        Struct.BATCH.set(struct, "n_seq_id", counts);
        Struct.BATCH.set(struct, "seq_id", addresses);
        Struct.BATCH.set(struct, "logits", outputs);
    }

    int capacity() {
        return capacity;
    }

    int mostOutputs() {
        return mostOutputs;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        outputCount = 0;
    }

    /// Adds a token whose result nobody asks for.
    void add(int token, int position, int sequence) {
        if (size == capacity) {
            throw new IllegalStateException("batch of more than " + capacity + " tokens");
        }
        tokens.setAtIndex(JAVA_INT, size, token);
        positions.setAtIndex(JAVA_INT, size, position);
        sequences.setAtIndex(JAVA_INT, size, sequence);
        outputs.set(JAVA_BYTE, size, (byte) 0);
        size++;
    }

    /// Adds a token whose result is wanted; it is found at the batch's index `size() - 1`.
    void addWithOutput(int token, int position, int sequence) {
        if (outputCount == mostOutputs) {
            throw new IllegalStateException("more than " + mostOutputs + " results");
        }
        add(token, position, sequence);
        outputs.set(JAVA_BYTE, size - 1L, (byte) 1);
        outputCount++;
    }

    /// The structure to hand over; an empty one is refused by the library without harm.
    MemorySegment struct() {
        Struct.BATCH.set(struct, "n_tokens", size);
        return struct;
    }
}
