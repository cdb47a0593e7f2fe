package org.fumikura.inference.catalog;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// llama.cpp's libraries for one kind of machine.
///
/// @param platform operating system and processor, for example `linux-x64`
/// @param backend what it can compute on besides the processor
/// @param installedBytes room it takes, about
/// @param sources where to get it, in the order to try
public record RuntimeBuild(
        String platform, RuntimeBackend backend, long installedBytes, List<RuntimeSource> sources) {
    private static final Pattern PLATFORM = Pattern.compile("(linux|mac|win)-[a-z0-9]+");

    public RuntimeBuild {
        sources = List.copyOf(sources);
        if (!PLATFORM.matcher(platform).matches() || installedBytes < 1 || sources.isEmpty()) {
            throw new IllegalArgumentException("bad build in the catalogue: " + platform);
        }
    }

    /// Platform and back-end in one name, for example `linux-x64-vulkan`.
    public String id() {
        return backend == RuntimeBackend.CPU
                ? platform
                : platform + "-" + backend.name().toLowerCase(Locale.ROOT);
    }

    /// Bytes that have to be fetched from the first source, about.
    public long downloadBytes() {
        return sources.getFirst().downloadBytes();
    }
}
