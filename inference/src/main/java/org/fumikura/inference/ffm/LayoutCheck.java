package org.fumikura.inference.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.fumikura.inference.engine.RuntimeFault.Reason;
import org.fumikura.inference.engine.RuntimeUnusableException;

/// Compares the library's own defaults with those of the release the layouts were written for. A
/// field that moved shows as a wrong number here instead of as a crash later.
final class LayoutCheck {
    private static final int F16 = 1;
    private static final long MOST_BUFFERED = 8L << 30;

    private LayoutCheck() {}

    /// @throws RuntimeUnusableException `LAYOUT_MISMATCH` with the first field that is wrong
    static void require(LlamaApi api) {
        try (Arena arena = Arena.ofConfined()) {
            model(api.llamaModelDefaultParams(arena));
            context(api.llamaContextDefaultParams(arena));
            quantize(api.llamaModelQuantizeDefaultParams(arena));
        }
    }

    private static void quantize(MemorySegment defaults) {
        Struct quantize = Struct.QUANTIZE_PARAMS;
        require("allow_requantize", 0, quantize.flag(defaults, "allow_requantize"));
        require("quantize_output_tensor", 1, quantize.flag(defaults, "quantize_output_tensor"));
        require("dry_run", 0, quantize.flag(defaults, "dry_run"));
        require("imatrix", 0, quantize.whole(defaults, "imatrix"));
        require("max_buf_size", MOST_BUFFERED, quantize.whole(defaults, "max_buf_size"));
    }

    private static void model(MemorySegment defaults) {
        Struct model = Struct.MODEL_PARAMS;
        require("n_gpu_layers", -1, model.number(defaults, "n_gpu_layers"));
        require("split_mode", 1, model.number(defaults, "split_mode"));
        require("load_mode", -1, model.number(defaults, "load_mode"));
        require("lazy_mode", 1, model.number(defaults, "lazy_mode"));
        require("main_gpu", 0, model.number(defaults, "main_gpu"));
        require("progress_callback", 0, model.whole(defaults, "progress_callback"));
        require("kv_overrides", 0, model.whole(defaults, "kv_overrides"));
        require("vocab_only", 0, model.flag(defaults, "vocab_only"));
        require("check_tensors", 0, model.flag(defaults, "check_tensors"));
        require("use_extra_bufts", 1, model.flag(defaults, "use_extra_bufts"));
        require("no_host", 0, model.flag(defaults, "no_host"));
        require("load_mtp", 0, model.flag(defaults, "load_mtp"));
    }

    private static void context(MemorySegment defaults) {
        Struct context = Struct.CONTEXT_PARAMS;
        require("n_ctx", 512, context.number(defaults, "n_ctx"));
        require("n_batch", 2048, context.number(defaults, "n_batch"));
        require("n_ubatch", 512, context.number(defaults, "n_ubatch"));
        require("n_seq_max", 1, context.number(defaults, "n_seq_max"));
        require("n_outputs_max", 0, context.number(defaults, "n_outputs_max"));
        require("n_outputs_max_per_seq", 1, context.number(defaults, "n_outputs_max_per_seq"));
        require("rope_scaling_type", -1, context.number(defaults, "rope_scaling_type"));
        require("pooling_type", -1, context.number(defaults, "pooling_type"));
        require("attention_type", -1, context.number(defaults, "attention_type"));
        require("flash_attn_type", -1, context.number(defaults, "flash_attn_type"));
        require("rope_freq_base", 0, (long) context.real(defaults, "rope_freq_base"));
        require("yarn_beta_slow", -1, (long) context.real(defaults, "yarn_beta_slow"));
        require("defrag_thold", -1, (long) context.real(defaults, "defrag_thold"));
        require("cb_eval", 0, context.whole(defaults, "cb_eval"));
        require("type_k", F16, context.number(defaults, "type_k"));
        require("type_v", F16, context.number(defaults, "type_v"));
        require("abort_callback", 0, context.whole(defaults, "abort_callback"));
        require("embeddings", 0, context.flag(defaults, "embeddings"));
        require("offload_kqv", 1, context.flag(defaults, "offload_kqv"));
        require("no_perf", 1, context.flag(defaults, "no_perf"));
        require("op_offload", 1, context.flag(defaults, "op_offload"));
        require("swa_full", 1, context.flag(defaults, "swa_full"));
        require("kv_unified", 0, context.flag(defaults, "kv_unified"));
        require("samplers", 0, context.whole(defaults, "samplers"));
        require("ctx_other", 0, context.whole(defaults, "ctx_other"));
    }

    private static void require(String field, long expected, long found) {
        if (expected != found) {
            throw new RuntimeUnusableException(Reason.LAYOUT_MISMATCH, field);
        }
    }
}
