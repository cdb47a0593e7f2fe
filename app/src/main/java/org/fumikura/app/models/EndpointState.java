package org.fumikura.app.models;

/// How adding a model on another machine went.
public sealed interface EndpointState {
    /// Nothing is being added.
    record Idle() implements EndpointState {}

    /// The server is being asked.
    record Asking() implements EndpointState {}

    /// It is in the list.
    record Added(String label) implements EndpointState {}

    /// The name or the address cannot be one.
    record Mistyped() implements EndpointState {}

    /// The server did not give what was asked of it.
    record Failed(RuntimeException fault) implements EndpointState {}
}
