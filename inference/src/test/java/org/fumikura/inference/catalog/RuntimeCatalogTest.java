package org.fumikura.inference.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeCatalogTest {
    private final RuntimeCatalog catalog = RuntimeCatalog.bundled();

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x64",
        "Linux, aarch64, linux-arm64",
        "Mac OS X, aarch64, mac-arm64",
        "Mac OS X, x86_64, mac-x64",
        "Windows 11, amd64, win-x64",
        "Windows 11, aarch64, win-arm64"
    })
    void everyDesktopHasABuildThatNeedsNoFurtherDriver(String os, String cpu, String platform) {
        assertEquals(platform, Platform.of(os, cpu));
        RuntimeBackend backend = catalog.standard(platform).orElseThrow().backend();
        assertTrue(backend == RuntimeBackend.CPU || backend == RuntimeBackend.METAL);
    }

    @Test
    void preferredBackEndsComeFirst() {
        assertEquals(
                List.of("linux-x64-cuda", "linux-x64-vulkan", "linux-x64"),
                catalog.builds("linux-x64").stream().map(RuntimeBuild::id).toList());
        assertEquals(Optional.empty(), catalog.standard("linux-s390x"));
    }

    @Test
    void buildListedTwiceIsRefused() {
        List<RuntimeBuild> builds = catalog.builds("mac-x64");
        List<RuntimeBuild> twice = List.of(builds.getFirst(), builds.getFirst());
        assertThrows(IllegalArgumentException.class, () -> new RuntimeCatalog("1", "MIT", twice));
    }
}
