package org.fumikura.inference.catalog;

import java.util.Locale;

/// The kind of machine, as builds of llama.cpp are named: `linux-x64`, `mac-arm64`, `win-x64`.
public final class Platform {
    private Platform() {}

    /// The platform of this machine.
    public static String here() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /// The platform by Java's names of system and processor.
    static String of(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT);
        String cpu = processor.toLowerCase(Locale.ROOT);
        String family = os.startsWith("windows") ? "win" : os.startsWith("mac") ? "mac" : "linux";
        return family
                + "-"
                + switch (cpu) {
                    case "amd64", "x86_64" -> "x64";
                    case "aarch64" -> "arm64";
                    case "arm" -> "armv7l";
                    default -> cpu;
                };
    }
}
