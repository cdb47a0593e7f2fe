package org.fumikura.inference.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.engine.ModelLoad;
import org.fumikura.inference.engine.NativeModel;
import org.fumikura.inference.engine.NativeRuntime;
import org.fumikura.inference.engine.RuntimeKind;
import org.fumikura.inference.engine.RuntimeVersion;
import org.fumikura.inference.engine.WorkerSettings.Task;
import org.jspecify.annotations.Nullable;

/// Loads models with a current llama.cpp. Found by [java.util.ServiceLoader].
public final class FfmRuntime implements NativeRuntime {
    private static final int FLASH_ATTENTION = 1;

    /// Tokens of a step, at most.
    private static final int BATCH = 512;

    /// Tokens of a step whose logits are wanted: the one sampled from and the guesses after it.
    /// Room for a row of logits for each token of a step would cost hundreds of megabytes.
    private static final int CHAT_OUTPUTS = 16;

    /// Rows that are multiplied one by one whatever the weights' form.
    private static final int ONE_BY_ONE_ROWS = 3;

    /// Texts of a step.
    private static final int SEQUENCES = 64;

    /// More would each need a context's memory.
    private static final int MOST_LANES = 4;

    private @Nullable LlamaLibrary opened;

    @Override
    public RuntimeKind kind() {
        return RuntimeKind.CURRENT;
    }

    @Override
    public RuntimeVersion open(Path folder) {
        LlamaLibrary library = LlamaLibrary.open(folder);
        opened = library;
        return library.version();
    }

    @Override
    public NativeModel load(ModelLoad load) {
        LlamaLibrary library = opened;
        if (library == null) {
            throw new IllegalStateException("not opened");
        }
        LlamaApi api = library.api();
        MemorySegment model = model(library, load);
        StopSwitch stop = new StopSwitch();
        MemorySegment context = context(api, model, load, load.threads(), stop);
        adapt(api, model, context, load.adapter());
        Vocabulary vocabulary = new Vocabulary(api, model);
        return switch (load.task()) {
            case GENERATE -> chat(api, model, context, vocabulary, stop, load);
            case EMBED, SCORE -> embedder(api, model, context, vocabulary, stop, load);
        };
    }

    private static NativeModel chat(
            LlamaApi api,
            MemorySegment model,
            MemorySegment context,
            Vocabulary vocabulary,
            StopSwitch stop,
            ModelLoad load) {
        if (api.llamaGetMemory(context).equals(MemorySegment.NULL)) {
            throw new InferenceException(Code.MODEL_UNSUITABLE, load.file());
        }
        TokenBatch batch = new TokenBatch(api.llamaNBatch(context), CHAT_OUTPUTS, Arena.global());
        ThreadShare threads = new ThreadShare(api, context, load.threads());
        CachedSequence sequence =
                new CachedSequence(api, context, batch, threads, vocabulary.size());
        ChatTemplate template = new ChatTemplate(api, model);
        int exactRows = exactRows(sequence, vocabulary.size());
        threads.startOver();
        return new FfmChatModel(api, vocabulary, template, sequence, stop, exactRows);
    }

    /// Finds out how many tokens may be computed at once without changing any result. Weights that
    /// were repacked are multiplied by other code from four rows on, which rounds otherwise: enough
    /// to turn a close choice. This is also the first thing computed, so a processor that cannot
    /// run the libraries shows here.
    private static int exactRows(CachedSequence sequence, int vocabulary) {
        float[] alone = new float[vocabulary];
        sequence.compute(0);
        sequence.logits(0, alone);
        sequence.cut(0);
        float[] together = new float[vocabulary];
        sequence.compute(0, new int[ONE_BY_ONE_ROWS]);
        sequence.logits(0, together);
        sequence.cut(0);
        return Arrays.equals(alone, together) ? CHAT_OUTPUTS : ONE_BY_ONE_ROWS;
    }

    private static NativeModel embedder(
            LlamaApi api,
            MemorySegment model,
            MemorySegment context,
            Vocabulary vocabulary,
            StopSwitch stop,
            ModelLoad load) {
        ThreadShare threads = new ThreadShare(api, context, load.threads());
        Optional<PairScoring> scoring =
                load.task() == Task.SCORE
                        ? Optional.of(scoring(api, model, context, vocabulary))
                        : Optional.empty();
        int dimension =
                scoring.map(PairScoring::outputs).orElseGet(() -> api.llamaModelNEmbdOut(model));
        EmbeddingContext whole = embedding(api, context, threads, vocabulary, dimension);
        int count = load.threads() == 1 ? 0 : Math.min(load.threads(), MOST_LANES);
        List<EmbeddingContext> lanes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int own = load.threads() / count;
            MemorySegment lane = context(api, model, load, own, stop);
            adapt(api, model, lane, load.adapter());
            ThreadShare share = new ThreadShare(api, lane, own);
            lanes.add(embedding(api, lane, share, vocabulary, dimension));
        }
        FfmEmbedder embedder =
                new FfmEmbedder(
                        new ChatTemplate(api, model),
                        vocabulary,
                        new EmbeddingLanes(whole, lanes, SEQUENCES),
                        stop,
                        scoring);
        embedder.embed(List.of(""), load.contextTokens(), () -> false);
        threads.startOver();
        return embedder;
    }

    private static EmbeddingContext embedding(
            LlamaApi api,
            MemorySegment context,
            ThreadShare threads,
            Vocabulary vocabulary,
            int dimension) {
        int capacity = api.llamaNBatch(context);
        return new EmbeddingContext(
                api,
                context,
                new TokenBatch(capacity, capacity, Arena.global()),
                threads,
                vocabulary,
                dimension);
    }

    private static PairScoring scoring(
            LlamaApi api, MemorySegment model, MemorySegment context, Vocabulary vocabulary) {
        OptionalInt entailment = PairScoring.entailment(api, model);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment form = api.llamaModelChatTemplate(model, arena.allocateFrom("rerank"));
            Optional<String> template =
                    form.equals(MemorySegment.NULL)
                            ? Optional.empty()
                            : Optional.of(form.reinterpret(Long.MAX_VALUE).getString(0));
            PairTokens.Order order =
                    entailment.isPresent()
                            ? PairTokens.Order.PASSAGE_FIRST
                            : PairTokens.Order.QUESTION_FIRST;
            var tokens = new PairTokens(vocabulary, template, order, api.llamaNBatch(context));
            return new PairScoring(tokens, Math.max(1, api.llamaModelNClsOut(model)), entailment);
        }
    }

    static MemorySegment model(LlamaLibrary library, ModelLoad load) {
        String file = load.file();
        LlamaApi api = library.api();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameters = api.llamaModelDefaultParams(arena);
            // The defaults hold what was measured best: weights are repacked for this processor
            // (twice the prefill) and the file is mapped (a third of the loading time; its pages
            // count as this process's memory, but the system may take them back).
            Integer layers = load.gpuLayers();
            if (layers != null) {
                Struct.MODEL_PARAMS.set(parameters, "n_gpu_layers", layers);
            }
            MemorySegment path = arena.allocateFrom(file);
            MemorySegment[] model = {MemorySegment.NULL};
            boolean unknown =
                    library.saysUnknownArchitecture(
                            () -> model[0] = api.llamaModelLoadFromFile(path, parameters));
            if (model[0].equals(MemorySegment.NULL)) {
                throw new InferenceException(
                        unknown ? Code.MODEL_UNSUPPORTED : Code.MODEL_BROKEN, file);
            }
            return model[0];
        }
    }

    static MemorySegment context(
            LlamaApi api, MemorySegment model, ModelLoad load, int threads, StopSwitch stop) {
        Struct struct = Struct.CONTEXT_PARAMS;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameters = api.llamaContextDefaultParams(arena);
            struct.set(parameters, "n_threads", threads);
            struct.set(parameters, "n_threads_batch", threads);
            struct.set(parameters, "flash_attn_type", FLASH_ATTENTION);
            struct.set(parameters, "abort_callback", stop.callback());
            if (load.task() != Task.GENERATE) {
                // Without a causal mask a whole text must fit a step.
                int room = Math.max(BATCH, load.contextTokens());
                struct.set(parameters, "n_ctx", room);
                struct.set(parameters, "n_batch", room);
                struct.set(parameters, "n_ubatch", room);
                struct.set(parameters, "n_seq_max", SEQUENCES);
                struct.on(parameters, "kv_unified");
                struct.on(parameters, "embeddings");
            } else {
                struct.set(parameters, "n_ctx", load.contextTokens());
                struct.set(parameters, "n_batch", BATCH);
                struct.set(parameters, "n_ubatch", BATCH);
                struct.set(parameters, "n_outputs_max", CHAT_OUTPUTS);
            }
            MemorySegment context = api.llamaInitFromModel(model, parameters);
            if (context.equals(MemorySegment.NULL)) {
                throw new InferenceException(Code.OUT_OF_MEMORY, load.file());
            }
            return context;
        }
    }

    private static void adapt(
            LlamaApi api, MemorySegment model, MemorySegment context, @Nullable String file) {
        if (file == null) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment adapter = api.llamaAdapterLoraInit(model, arena.allocateFrom(file));
            if (adapter.equals(MemorySegment.NULL)) {
                throw new InferenceException(Code.ADAPTER_BROKEN, file);
            }
            MemorySegment adapters = arena.allocateFrom(ValueLayout.ADDRESS, adapter);
            MemorySegment scales = arena.allocateFrom(ValueLayout.JAVA_FLOAT, 1f);
            if (api.llamaSetAdaptersLora(context, adapters, 1, scales) != 0) {
                throw new InferenceException(Code.ADAPTER_BROKEN, file);
            }
        }
    }
}
