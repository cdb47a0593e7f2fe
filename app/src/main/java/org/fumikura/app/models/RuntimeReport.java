package org.fumikura.app.models;

import java.util.Optional;
import org.fumikura.inference.engine.RuntimeFault;
import org.fumikura.inference.engine.RuntimeInUse;
import org.fumikura.inference.engine.RuntimeKind;
import org.fumikura.inference.engine.Worker;

/// What models run on, and why.
///
/// @param kind `current` or `embedded`
/// @param version name, version and devices of what runs; empty while no model is here to try
/// @param reason why it is this one
/// @param fault what is wrong with the current one: a name of [RuntimeFault.Reason]; empty unless
///   it failed
/// @param detail data that goes with the fault, may be empty
public record RuntimeReport(
        String kind, String version, Reason reason, String fault, String detail) {
    /// Why models run on what they run on.
    public enum Reason {
        /// The current one is installed and works.
        WORKS,
        /// The person chose the embedded one.
        CHOSEN,
        /// The current one is not installed.
        NOT_INSTALLED,
        /// There is none for this machine.
        NOT_OFFERED,
        /// It is installed; whether it works was not tried, because no model is here.
        NOT_TRIED,
        /// It is installed and could not be used.
        FAILED
    }

    private static final String CURRENT = "current";
    private static final String EMBEDDED = "embedded";

    static RuntimeReport of(
            RuntimePreference wanted, LocalRuntime runtime, Optional<Worker> worker) {
        Optional<RuntimeInUse> used = worker.flatMap(Worker::runtime);
        String version = used.map(RuntimeReport::version).orElse("");
        if (wanted == RuntimePreference.EMBEDDED) {
            return new RuntimeReport(EMBEDDED, version, Reason.CHOSEN, "", "");
        }
        if (runtime.installed().isEmpty()) {
            Reason reason =
                    runtime.standard().isEmpty() ? Reason.NOT_OFFERED : Reason.NOT_INSTALLED;
            return new RuntimeReport(EMBEDDED, version, reason, "", "");
        }
        if (used.isEmpty()) {
            return new RuntimeReport(CURRENT, "", Reason.NOT_TRIED, "", "");
        }
        Optional<RuntimeFault> fault = used.get().fault();
        return used.get().kind() == RuntimeKind.CURRENT || fault.isEmpty()
                ? new RuntimeReport(CURRENT, version, Reason.WORKS, "", "")
                : new RuntimeReport(
                        EMBEDDED,
                        version,
                        Reason.FAILED,
                        fault.get().reason().name(),
                        fault.get().detail());
    }

    private static String version(RuntimeInUse used) {
        return String.join(
                " ", used.version().name(), used.version().version(), used.version().backend());
    }
}
