package org.fumikura.inference.engine;

/// What a native runtime says about itself once its libraries are loaded.
///
/// @param name its project's name, for example `llama.cpp`
/// @param version its own version
/// @param backend the devices it computes on, for example `CPU`
public record RuntimeVersion(String name, String version, String backend) {}
