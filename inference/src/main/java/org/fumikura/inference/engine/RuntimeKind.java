package org.fumikura.inference.engine;

/// The native runtimes there are, the fastest first.
public enum RuntimeKind {
    /// A current llama.cpp, from a folder of shared libraries.
    CURRENT,
    /// The llama.cpp of java-llama.cpp, always there.
    EMBEDDED
}
