package org.fumikura.inference.llama;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import java.nio.file.Path;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.engine.ModelLoad;
import org.fumikura.inference.engine.NativeModel;
import org.fumikura.inference.engine.NativeRuntime;
import org.fumikura.inference.engine.RuntimeKind;
import org.fumikura.inference.engine.RuntimeVersion;
import org.fumikura.inference.engine.WorkerSettings.Task;
import org.fumikura.inference.gguf.GgufHeader;
import org.fumikura.inference.gguf.GgufHeader.Use;

/// Loads models with java-llama.cpp. Found by [java.util.ServiceLoader].
public final class LlamaCppRuntime implements NativeRuntime {
    /// Tokens computed at once in a long prompt.
    private static final int BATCH = 512;

    @Override
    public RuntimeKind kind() {
        return RuntimeKind.EMBEDDED;
    }

    @Override
    public RuntimeVersion open(Path folder) {
        // Read by the binding's loader when its first class is touched, at the load.
        System.setProperty("de.kherud.llama.tmpdir", folder.toString());
        return new RuntimeVersion("java-llama.cpp", "4.2.0", "CPU");
    }

    @Override
    public NativeModel load(ModelLoad load) {
        if (load.task() == Task.SCORE) {
            throw new InferenceException(Code.UNSUPPORTED, "SCORES");
        }
        // The binding answers with an embedder too, in noise.
        if (load.task() == Task.GENERATE
                && GgufHeader.read(Path.of(load.file())).use() == Use.VECTORS) {
            throw new InferenceException(Code.MODEL_UNSUITABLE, load.file());
        }
        ModelParameters parameters =
                new ModelParameters()
                        .setModel(load.file())
                        .setThreads(load.threads())
                        .setThreadsBatch(load.threads())
                        .setCtxSize(load.contextTokens())
                        .setParallel(1)
                        .disableContextShift();
        String adapter = load.adapter();
        if (adapter != null) {
            parameters.addLoraAdapter(adapter);
        }
        Integer layers = load.gpuLayers();
        if (layers != null) {
            parameters.setGpuLayers(layers);
        }
        switch (load.task()) {
            case SCORE -> throw new IllegalStateException("refused before");
            case GENERATE -> parameters.setBatchSize(BATCH).setUbatchSize(BATCH).enableFlashAttn();
            // Without a causal mask the whole text must fit one batch. No flash attention: it
            // aborts
            // the process at some lengths (seen at the longest, "fattn: unsupported K-type").
            case EMBED ->
                    parameters
                            .setBatchSize(load.contextTokens())
                            .setUbatchSize(load.contextTokens())
                            .enableEmbedding();
        }
        return new LlamaCppModel(model(parameters, load), load.contextTokens());
    }

    /// The binding does not say what it dislikes: with an adapter it is taken to be that, because
    /// the model's own header was read before.
    private static LlamaModel model(ModelParameters parameters, ModelLoad load) {
        try {
            return new LlamaModel(parameters);
        } catch (RuntimeException e) {
            String adapter = load.adapter();
            throw adapter == null
                    ? new InferenceException(Code.MODEL_BROKEN, load.file())
                    : new InferenceException(Code.ADAPTER_BROKEN, adapter);
        }
    }
}
