package org.fumikura.inference.engine;

import java.util.Optional;

/// Which native runtime a worker runs on, and why not a faster one.
///
/// @param kind which of the runtimes
/// @param version its name, version and devices
/// @param fault why the runtime that was asked for is not the one in use; empty if it is
public record RuntimeInUse(
        RuntimeKind kind, RuntimeVersion version, Optional<RuntimeFault> fault) {}
