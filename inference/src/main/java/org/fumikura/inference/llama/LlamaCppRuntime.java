package org.fumikura.inference.llama;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import org.fumikura.inference.engine.ModelLoad;
import org.fumikura.inference.engine.NativeModel;
import org.fumikura.inference.engine.NativeRuntime;

/// Loads models with java-llama.cpp. Found by [java.util.ServiceLoader].
public final class LlamaCppRuntime implements NativeRuntime {
    /// Tokens computed at once in a long prompt.
    private static final int BATCH = 512;

    @Override
    public NativeModel load(ModelLoad load) {
        // Read by the binding's loader when its first class is touched, just below.
        System.setProperty("de.kherud.llama.tmpdir", load.nativeFolder());
        ModelParameters parameters =
                new ModelParameters()
                        .setModel(load.file())
                        .setThreads(load.threads())
                        .setThreadsBatch(load.threads())
                        .setCtxSize(load.contextTokens())
                        .setParallel(1)
                        .disableContextShift();
        switch (load.task()) {
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
        return new LlamaCppModel(new LlamaModel(parameters));
    }
}
