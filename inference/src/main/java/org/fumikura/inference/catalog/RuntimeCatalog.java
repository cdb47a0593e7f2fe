package org.fumikura.inference.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// The builds of the current llama.cpp that can be installed beside the embedded one. Immutable.
///
/// @param version llama.cpp's version; all builds are of this one, whose binary interface the
///   engine knows
/// @param licence SPDX identifier
/// @param builds each platform and back-end once
public record RuntimeCatalog(String version, String licence, List<RuntimeBuild> builds) {
    private static final String RESOURCE = "runtimes.json";

    public RuntimeCatalog {
        builds = List.copyOf(builds);
        if (builds.stream().map(RuntimeBuild::id).distinct().count() != builds.size()) {
            throw new IllegalArgumentException("a build is listed twice");
        }
    }

    /// The catalogue that comes with the program.
    public static RuntimeCatalog bundled() {
        try (InputStream in = RuntimeCatalog.class.getResourceAsStream(RESOURCE)) {
            return CatalogJson.MAPPER.readValue(Objects.requireNonNull(in), RuntimeCatalog.class);
        } catch (IOException e) {
            throw new InferenceException(Code.IO_FAILED, RESOURCE, e);
        }
    }

    /// The builds for a platform, the one for the preferred back-end first.
    public List<RuntimeBuild> builds(String platform) {
        return builds.stream()
                .filter(build -> build.platform().equals(platform))
                .sorted(Comparator.comparing(RuntimeBuild::backend))
                .toList();
    }

    /// The build taken for a platform when nobody chose: the one that needs no graphics driver and
    /// is fetched in seconds, on a Mac the one for its own graphics processor.
    public Optional<RuntimeBuild> standard(String platform) {
        return builds(platform).stream()
                .filter(build ->
                        build.backend() == RuntimeBackend.CPU
                                || build.backend() == RuntimeBackend.METAL)
                .findFirst();
    }
}
