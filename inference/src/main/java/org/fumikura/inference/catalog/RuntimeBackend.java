package org.fumikura.inference.catalog;

/// What a build of llama.cpp can compute on besides the processor, the preferred one first.
public enum RuntimeBackend {
    /// NVIDIA graphics processors; needs their driver.
    CUDA,
    /// Apple graphics processors.
    METAL,
    /// Graphics processors of all makers; needs a Vulkan driver.
    VULKAN,
    /// The processor alone, with the instructions it has.
    CPU
}
