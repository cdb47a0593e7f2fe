package org.fumikura.inference.remote;

import java.time.Duration;

/// How long to wait for another machine.
///
/// @param connect until it takes the call
/// @param answer until the answer begins, or its next piece comes
public record RemoteTimeouts(Duration connect, Duration answer) {
    /// For servers in the same house and far away, which may have to load a model first.
    public static final RemoteTimeouts STANDARD =
            new RemoteTimeouts(Duration.ofSeconds(10), Duration.ofMinutes(2));
}
