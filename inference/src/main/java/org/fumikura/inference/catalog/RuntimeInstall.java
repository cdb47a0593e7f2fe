package org.fumikura.inference.catalog;

import java.nio.file.Path;

/// An installed build of llama.cpp.
///
/// @param folder holds the shared libraries, all in one level: `libllama…`, `libggml…` and the
///   back-ends; the names vary between builds, so look them up by their beginnings
/// @param version llama.cpp's version, for example `0.5.0`
/// @param build what is installed
public record RuntimeInstall(Path folder, String version, RuntimeBuild build) {}
