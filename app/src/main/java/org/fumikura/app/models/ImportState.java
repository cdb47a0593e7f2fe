package org.fumikura.app.models;

/// How far a person's own model file has come.
public sealed interface ImportState {
    /// It waits for the one before it.
    ///
    /// @param file its name
    record Waiting(String file) implements ImportState {}

    /// Being copied.
    ///
    /// @param file its name
    /// @param done bytes so far
    /// @param total bytes in all
    record Copying(String file, long done, long total) implements ImportState {}

    /// It is among the models.
    ///
    /// @param title the model's name
    record Done(String title) implements ImportState {}

    /// It was stopped; nothing of it stays.
    record Stopped() implements ImportState {}

    /// It was refused or could not be copied; nothing of it stays.
    record Failed(RuntimeException fault) implements ImportState {}
}
