package org.fumikura.inference.engine;

import java.nio.file.Path;

/// A native runtime that can load models; found with [java.util.ServiceLoader] in the worker. All
/// calls come from one thread.
public interface NativeRuntime {

    /// Which runtime this is.
    RuntimeKind kind();

    /// Loads the native libraries and checks that they are the ones this program was written for.
    /// Called once, before anything else.
    ///
    /// @param folder where the libraries lie ([RuntimeKind#CURRENT]) or may be unpacked
    ///   ([RuntimeKind#EMBEDDED])
    /// @throws RuntimeUnusableException if they cannot be used here
    RuntimeVersion open(Path folder);

    /// Loads the model and computes one token with it, so that a processor which cannot run the
    /// libraries is found out now. Called once.
    ///
    /// @throws org.fumikura.inference.InferenceException `MODEL_BROKEN`, `MODEL_UNSUPPORTED`,
    ///   `MODEL_UNSUITABLE`, `OUT_OF_MEMORY`, `ADAPTER_BROKEN`
    NativeModel load(ModelLoad load);
}
