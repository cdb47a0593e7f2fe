package org.fumikura.inference.ffm;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// llama.cpp's structures as release 0.5.0 lays them out; fields carry their C names.
enum Struct {
    /// `llama_model_params`
    MODEL_PARAMS(
            ADDRESS.withName("devices"),
            ADDRESS.withName("tensor_buft_overrides"),
            JAVA_INT.withName("n_gpu_layers"),
            JAVA_INT.withName("split_mode"),
            JAVA_INT.withName("load_mode"),
            JAVA_INT.withName("lazy_mode"),
            JAVA_INT.withName("main_gpu"),
            ADDRESS.withName("tensor_split"),
            ADDRESS.withName("progress_callback"),
            ADDRESS.withName("progress_callback_user_data"),
            ADDRESS.withName("kv_overrides"),
            JAVA_BOOLEAN.withName("vocab_only"),
            JAVA_BOOLEAN.withName("check_tensors"),
            JAVA_BOOLEAN.withName("use_extra_bufts"),
            JAVA_BOOLEAN.withName("no_host"),
            JAVA_BOOLEAN.withName("no_alloc"),
            JAVA_BOOLEAN.withName("load_mtp")),

    /// `llama_context_params`
    CONTEXT_PARAMS(
            JAVA_INT.withName("n_ctx"),
            JAVA_INT.withName("n_batch"),
            JAVA_INT.withName("n_ubatch"),
            JAVA_INT.withName("n_seq_max"),
            JAVA_INT.withName("n_rs_seq"),
            JAVA_INT.withName("n_outputs_max"),
            JAVA_INT.withName("n_outputs_max_per_seq"),
            JAVA_INT.withName("n_threads"),
            JAVA_INT.withName("n_threads_batch"),
            JAVA_INT.withName("ctx_type"),
            JAVA_INT.withName("rope_scaling_type"),
            JAVA_INT.withName("pooling_type"),
            JAVA_INT.withName("attention_type"),
            JAVA_INT.withName("flash_attn_type"),
            JAVA_FLOAT.withName("rope_freq_base"),
            JAVA_FLOAT.withName("rope_freq_scale"),
            JAVA_FLOAT.withName("yarn_ext_factor"),
            JAVA_FLOAT.withName("yarn_attn_factor"),
            JAVA_FLOAT.withName("yarn_beta_fast"),
            JAVA_FLOAT.withName("yarn_beta_slow"),
            JAVA_INT.withName("yarn_orig_ctx"),
            JAVA_FLOAT.withName("defrag_thold"),
            ADDRESS.withName("cb_eval"),
            ADDRESS.withName("cb_eval_user_data"),
            JAVA_INT.withName("type_k"),
            JAVA_INT.withName("type_v"),
            ADDRESS.withName("abort_callback"),
            ADDRESS.withName("abort_callback_data"),
            JAVA_BOOLEAN.withName("embeddings"),
            JAVA_BOOLEAN.withName("offload_kqv"),
            JAVA_BOOLEAN.withName("no_perf"),
            JAVA_BOOLEAN.withName("op_offload"),
            JAVA_BOOLEAN.withName("swa_full"),
            JAVA_BOOLEAN.withName("kv_unified"),
            ADDRESS.withName("samplers"),
            JAVA_LONG.withName("n_samplers"),
            ADDRESS.withName("ctx_other")),

    /// `llama_batch`
    BATCH(
            JAVA_INT.withName("n_tokens"),
            ADDRESS.withName("token"),
            ADDRESS.withName("embd"),
            ADDRESS.withName("pos"),
            ADDRESS.withName("n_seq_id"),
            ADDRESS.withName("seq_id"),
            ADDRESS.withName("logits")),

    /// `llama_model_quantize_params`
    QUANTIZE_PARAMS(
            JAVA_INT.withName("nthread"),
            JAVA_INT.withName("ftype"),
            JAVA_INT.withName("output_tensor_type"),
            JAVA_INT.withName("token_embedding_type"),
            JAVA_BOOLEAN.withName("allow_requantize"),
            JAVA_BOOLEAN.withName("quantize_output_tensor"),
            JAVA_BOOLEAN.withName("only_copy"),
            JAVA_BOOLEAN.withName("pure"),
            JAVA_BOOLEAN.withName("keep_split"),
            JAVA_BOOLEAN.withName("dry_run"),
            ADDRESS.withName("imatrix"),
            ADDRESS.withName("kv_overrides"),
            ADDRESS.withName("tt_overrides"),
            ADDRESS.withName("prune_layers"),
            JAVA_LONG.withName("max_buf_size")),

    /// `llama_sampler_chain_params`
    CHAIN_PARAMS(JAVA_BOOLEAN.withName("no_perf")),

    /// `llama_chat_message`
    CHAT_MESSAGE(ADDRESS.withName("role"), ADDRESS.withName("content")),

    /// `llama_token_data`
    TOKEN_DATA(JAVA_INT.withName("id"), JAVA_FLOAT.withName("logit"), JAVA_FLOAT.withName("p")),

    /// `llama_token_data_array`
    TOKEN_DATA_ARRAY(
            ADDRESS.withName("data"),
            JAVA_LONG.withName("size"),
            JAVA_LONG.withName("selected"),
            JAVA_BOOLEAN.withName("sorted"));

    private final StructLayout layout;

    Struct(ValueLayout... fields) {
        layout = padded(fields);
    }

    /// Puts each field at a multiple of its own size, and the end at one of the largest, as every C
    /// compiler of the platforms in question does.
    private static StructLayout padded(ValueLayout... fields) {
        List<MemoryLayout> parts = new ArrayList<>();
        long size = 0;
        long largest = 1;
        for (ValueLayout field : fields) {
            size += pad(parts, size, field.byteAlignment());
            parts.add(field);
            size += field.byteSize();
            largest = Math.max(largest, field.byteAlignment());
        }
        pad(parts, size, largest);
        return MemoryLayout.structLayout(parts.toArray(MemoryLayout[]::new));
    }

    private static long pad(List<MemoryLayout> parts, long size, long alignment) {
        long gap = (alignment - size % alignment) % alignment;
        if (gap > 0) {
            parts.add(MemoryLayout.paddingLayout(gap));
        }
        return gap;
    }

    StructLayout layout() {
        return layout;
    }

    private long offset(String field) {
        return layout.byteOffset(PathElement.groupElement(field));
    }

    void set(MemorySegment struct, String field, int value) {
        struct.set(JAVA_INT, offset(field), value);
    }

    void set(MemorySegment struct, String field, long value) {
        struct.set(JAVA_LONG, offset(field), value);
    }

    void set(MemorySegment struct, String field, MemorySegment value) {
        struct.set(ADDRESS, offset(field), value);
    }

    void on(MemorySegment struct, String field) {
        struct.set(JAVA_BOOLEAN, offset(field), true);
    }

    void off(MemorySegment struct, String field) {
        struct.set(JAVA_BOOLEAN, offset(field), false);
    }

    int number(MemorySegment struct, String field) {
        return struct.get(JAVA_INT, offset(field));
    }

    float real(MemorySegment struct, String field) {
        return struct.get(JAVA_FLOAT, offset(field));
    }

    long whole(MemorySegment struct, String field) {
        return struct.get(JAVA_LONG, offset(field));
    }

    /// A switch's byte as it is stored: 0 or 1 in a structure that is laid out as expected.
    int flag(MemorySegment struct, String field) {
        return struct.get(ValueLayout.JAVA_BYTE, offset(field));
    }
}
