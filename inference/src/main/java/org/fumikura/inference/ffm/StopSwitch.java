package org.fumikura.inference.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodType;
import java.util.function.BooleanSupplier;

/// The native computation's view of a request's stop switch: asked about a thousand times in a long
/// step, on the thread that called, so that it ends within milliseconds.
final class StopSwitch {
    // Read by every lane.
    private volatile BooleanSupplier stopped = () -> false;

    /// The callback for a context; lives as long as the process.
    MemorySegment callback() {
        return LlamaLibrary.callback(
                this,
                "abort",
                MethodType.methodType(boolean.class, MemorySegment.class),
                FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.ADDRESS),
                Arena.global());
    }

    boolean abort(MemorySegment data) {
        return stopped.getAsBoolean();
    }

    /// The switch of the request that runs from now on.
    void watch(BooleanSupplier request) {
        stopped = request;
    }

    boolean isOn() {
        return stopped.getAsBoolean();
    }
}
