package org.fumikura.inference.engine;

/// A native runtime that can load models; found with [java.util.ServiceLoader] in the worker, so
/// that a second runtime needs no change here.
public interface NativeRuntime {

    /// Loads the model. Called once in a worker's life, on the thread that makes all later calls.
    ///
    /// @throws RuntimeException if the runtime cannot load it
    NativeModel load(ModelLoad load);
}
