package org.fumikura.inference.catalog;

/// Which native runtime can load a model.
public enum RuntimeNeed {
    /// java-llama.cpp 4.2.0 (llama.cpp of spring 2025) or anything newer.
    EMBEDDED,
    /// Only a current llama.cpp: the family is younger than the embedded build.
    CURRENT
}
