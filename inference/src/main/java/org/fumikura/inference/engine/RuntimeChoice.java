package org.fumikura.inference.engine;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.fumikura.inference.engine.RuntimeFault.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts one worker's processes on the fastest native runtime that works, and remembers which does
/// not. A failure that the runtime reports of the model itself is passed on as it is: another
/// runtime would not read a broken file either.
final class RuntimeChoice {
    private static final Logger LOG = LoggerFactory.getLogger(RuntimeChoice.class);

    /// A process may die once for another reason: somebody killed it, or memory was short.
    private static final int DEATHS = 2;

    private final WorkerSettings settings;
    private @Nullable RuntimeFault fault;
    private int deaths;

    RuntimeChoice(WorkerSettings settings) {
        this.settings = settings;
    }

    /// Starts a process; on the worker's thread.
    ///
    /// @param closing whether there is no more use for it, even though it died meanwhile
    WorkerProcess start(BooleanSupplier closing) {
        if (settings.runtimeFolder().isEmpty()) {
            return embedded(null);
        }
        if (fault != null) {
            return embedded(fault);
        }
        try {
            WorkerProcess started =
                    WorkerProcess.start(settings, RuntimeKind.CURRENT, Optional.empty());
            deaths = 0;
            return started;
        } catch (RuntimeUnusableException e) {
            RuntimeFault found = e.fault();
            LOG.warn("The current llama.cpp is not used: {}", found);
            if (found.reason() != Reason.DIED || ++deaths >= DEATHS) {
                fault = found;
            }
            if (closing.getAsBoolean()) {
                throw e;
            }
            return embedded(found);
        }
    }

    private WorkerProcess embedded(@Nullable RuntimeFault why) {
        return WorkerProcess.start(settings, RuntimeKind.EMBEDDED, Optional.ofNullable(why));
    }
}
