package org.fumikura.inference.engine;

import org.fumikura.inference.engine.RuntimeFault.Reason;

/// A native runtime cannot be used; another may. Never leaves the worker: the parent falls back.
public final class RuntimeUnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RuntimeFault fault;

    /// @param detail data that goes with the reason
    public RuntimeUnusableException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.fault = new RuntimeFault(reason, detail);
    }

    RuntimeFault fault() {
        return fault;
    }
}
