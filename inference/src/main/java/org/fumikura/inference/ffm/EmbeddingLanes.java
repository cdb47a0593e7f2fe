package org.fumikura.inference.ffm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.fumikura.inference.engine.NativeModel.Embedded;

/// Turns texts into vectors: a single one with all threads, several side by side, each lane with
/// few threads of its own. Threads that share a step wait for one another hundreds of times in it;
/// lanes never do.
///
/// A step takes few tokens, because attention is computed between all of a step, also where texts
/// must not see one another.
final class EmbeddingLanes {
    /// Tokens after which a step takes no further text: one usual passage, or many short notes.
    private static final int STEP = 256;

    private static final float[] NONE = {};

    private final EmbeddingContext whole;
    private final List<EmbeddingContext> lanes;
    private final int mostSequences;
    private final ExecutorService threads;

    /// Texts from one index to another, exclusive.
    private record Pack(int from, int to) {}

    /// @param whole for a single text
    /// @param lanes for several; empty where there is but one thread
    /// @param mostSequences texts that a step has room for
    EmbeddingLanes(EmbeddingContext whole, List<EmbeddingContext> lanes, int mostSequences) {
        this.whole = whole;
        this.lanes = lanes.isEmpty() ? List.of(whole) : List.copyOf(lanes);
        this.mostSequences = mostSequences;
        threads =
                Executors.newFixedThreadPool(
                        this.lanes.size(), Thread.ofPlatform().daemon().name("lane-", 0).factory());
    }

    /// The vectors of the texts' beginnings; of the first ones only if it was stopped.
    Embedded embed(List<String> texts, int maxTokens, StopSwitch stop) {
        return embed(texts.stream().map(text -> whole.tokens(text, maxTokens)).toList(), stop);
    }

    /// The same for texts that are tokens already, each within the context's room.
    Embedded embed(List<int[]> tokens, StopSwitch stop) {
        float[][] vectors = new float[tokens.size()][];
        Arrays.fill(vectors, NONE);
        List<Pack> packs = packs(tokens);
        if (packs.size() <= 1) {
            run(whole, packs, new AtomicInteger(), tokens, vectors, stop);
        } else {
            runAll(packs, tokens, vectors, stop);
        }
        List<float[]> done = new ArrayList<>();
        int total = 0;
        while (done.size() < vectors.length && vectors[done.size()].length > 0) {
            total += tokens.get(done.size()).length;
            done.add(vectors[done.size()]);
        }
        return new Embedded(done, total);
    }

    private List<Pack> packs(List<int[]> texts) {
        List<Pack> packs = new ArrayList<>();
        int from = 0;
        int size = 0;
        for (int i = 0; i < texts.size(); i++) {
            int length = texts.get(i).length;
            if (i > from && (size + length > STEP || i - from == mostSequences)) {
                packs.add(new Pack(from, i));
                from = i;
                size = 0;
            }
            size += length;
        }
        if (from < texts.size()) {
            packs.add(new Pack(from, texts.size()));
        }
        return packs;
    }

    private void runAll(List<Pack> packs, List<int[]> tokens, float[][] vectors, StopSwitch stop) {
        var next = new AtomicInteger();
        List<Callable<Object>> work = new ArrayList<>();
        for (EmbeddingContext lane : lanes) {
            work.add(Executors.callable(() -> run(lane, packs, next, tokens, vectors, stop)));
        }
        try {
            for (var lane : threads.invokeAll(work)) {
                lane.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Takes packs until none is left. Each lane writes other places of `vectors`.
    private static void run(
            EmbeddingContext lane,
            List<Pack> packs,
            AtomicInteger next,
            List<int[]> tokens,
            float[][] vectors,
            StopSwitch stop) {
        for (int i = next.getAndIncrement(); i < packs.size(); i = next.getAndIncrement()) {
            Pack pack = packs.get(i);
            if (stop.isOn()) {
                return;
            }
            var made = lane.embed(tokens.subList(pack.from(), pack.to()));
            if (made.isEmpty()) {
                return;
            }
            for (int text = pack.from(); text < pack.to(); text++) {
                vectors[text] = made.get().get(text - pack.from());
            }
        }
    }
}
