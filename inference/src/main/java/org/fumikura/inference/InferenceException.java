package org.fumikura.inference;

import org.jspecify.annotations.Nullable;

/// The one exception of this module. The code says what a caller can do about it and is what a user
/// interface looks its sentence up by; the detail is data for that sentence (a model's id, a path,
/// two counts), never document or question text, and never meant to be shown alone.
public final class InferenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What went wrong, by what can be done about it.
    public enum Code {
        /// The model's file is not there: download it. Detail: model id or path.
        MODEL_MISSING,
        /// The file is there but is not a whole, loadable model: remove it and download it again.
        MODEL_BROKEN,
        /// The file is whole but of a network that no runtime here knows: take another model.
        /// Detail: path.
        MODEL_UNSUPPORTED,
        /// The model cannot do what it was loaded for: an embedder cannot chat. Detail: path.
        MODEL_UNSUITABLE,
        /// The LoRA adapter is no adapter, or not one for this model. Detail: path.
        ADAPTER_BROKEN,
        /// The model's chat template is none of those the runtime knows.
        TEMPLATE_UNKNOWN,
        /// The catalogue has no model of this id. Detail: the id.
        MODEL_UNKNOWN,
        /// The model needs more memory than this machine has: take a smaller one.
        OUT_OF_MEMORY,
        /// The prompt and the room kept for the answer exceed the context. Detail: `prompt=<tokens>
        /// output=<tokens> context=<tokens>`.
        CONTEXT_OVERFLOW,
        /// The native runtime in use cannot do this. Detail: the
        /// [org.fumikura.inference.engine.Capability]'s name.
        UNSUPPORTED,
        /// The grammar does not parse. Detail: none, it may hold text.
        GRAMMAR_INVALID,
        /// A saved state is damaged: compute it again. Detail: path.
        STATE_DAMAGED,
        /// A saved state belongs to another model, runtime or setting: compute it again. Detail:
        /// path.
        STATE_FOREIGN,
        /// The worker process ended or stopped answering during the call; the next call starts a
        /// new one.
        WORKER_DIED,
        /// The caller stopped the job.
        CANCELLED,
        /// The model was closed; no further call is possible.
        CLOSED,
        /// The native runtime refused the request. Detail: its message without the request's text.
        GENERATION_FAILED,
        /// No source could be reached. Detail: one line a source, with the reason.
        SOURCE_UNREACHABLE,
        /// What came is not what the catalogue promises. Detail: one line a source.
        CHECKSUM_MISMATCH,
        /// Too little room on the disk. Detail: `needed=<bytes> free=<bytes> path=<folder>`.
        DISK_FULL,
        /// A program that the source needs is not installed. Detail: its name (`python3`, `pip`).
        TOOL_MISSING,
        /// A file of this program's own could not be read or written. Detail: the path.
        IO_FAILED,
        /// The file is no GGUF file at all. Detail: path.
        MODEL_NOT_GGUF,
        /// The model is one part of several; only whole ones can be taken in. Detail: path.
        MODEL_SPLIT,
        /// The model is here already. Detail: its id.
        MODEL_DUPLICATE,
        /// The model with this context needs more memory than is free, and was not loaded. Detail:
        /// `needed=<bytes> free=<bytes> smaller=<titles of models that fit, or a dash>`.
        MODEL_TOO_LARGE,
        /// No connection to the other machine. Detail: its address.
        ENDPOINT_UNREACHABLE,
        /// The other machine took the call and did not answer in time. Detail: its host.
        ENDPOINT_TIMEOUT,
        /// The other machine wants another key. Detail: its host.
        ENDPOINT_KEY_REFUSED,
        /// The other machine has no such model. Detail: model and host.
        ENDPOINT_MODEL_UNKNOWN,
        /// The other machine takes no more calls for now. Detail: its host.
        ENDPOINT_BUSY,
        /// The other machine failed. Detail: its host and how, without what it wrote.
        ENDPOINT_FAILED
    }

    private final Code code;
    private final String detail;

    /// @param detail data about the failure, without any document or question text
    public InferenceException(Code code, String detail) {
        this(code, detail, null);
    }

    /// @param cause what the failure was seen as, kept for logs
    public InferenceException(Code code, String detail, @Nullable Throwable cause) {
        super(code + ": " + detail, cause);
        this.code = code;
        this.detail = detail;
    }

    /// What went wrong.
    public Code code() {
        return code;
    }

    /// The data that goes with the code; its form is given at each code.
    public String detail() {
        return detail;
    }
}
