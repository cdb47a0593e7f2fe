package org.fumikura.inference.catalog;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A place llama.cpp's libraries can come from, ready built. A build lists its sources in the order
/// to try them.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RuntimeSource.Release.class, name = "release"),
    @JsonSubTypes.Type(value = RuntimeSource.NpmPackages.class, name = "npm-packages")
})
public sealed interface RuntimeSource {

    /// What to call this source in a message.
    String label();

    /// Bytes that have to be fetched, about.
    long downloadBytes();

    /// An archive of llama.cpp's own release. A release names the build its archives belong to in a
    /// small text file; that build's description lists the archives, each with its SHA-256.
    ///
    /// @param tagFile address of the text file with the build's name
    /// @param builds address of a build's description, `{tag}` standing for its name
    /// @param archive the archive's name, `{tag}` standing for the build's name
    record Release(URI tagFile, String builds, String archive, long downloadBytes)
            implements RuntimeSource {
        @Override
        public String label() {
            return tagFile.toString();
        }
    }

    /// Packages fetched by name with the user's own npm and its own settings.
    record NpmPackages(List<NpmPackage> packages) implements RuntimeSource {
        public NpmPackages {
            packages = List.copyOf(packages);
            if (packages.isEmpty()) {
                throw new IllegalArgumentException("no packages");
            }
        }

        @Override
        public String label() {
            return "npm " + packages.getFirst().specification();
        }

        @Override
        public long downloadBytes() {
            return packages.stream().mapToLong(NpmPackage::downloadBytes).sum();
        }
    }

    /// One package of one version.
    ///
    /// @param specification `@scope/name@version`
    /// @param integrity SHA-512 of the package's archive as `sha512-<base64>`; absent where it
    ///   could not be established, then npm's own check is the only one
    /// @param downloadBytes size of the archive
    record NpmPackage(String specification, Optional<String> integrity, long downloadBytes) {
        private static final Pattern INTEGRITY = Pattern.compile("sha512-[A-Za-z0-9+/]{86}==");

        public NpmPackage {
            if (integrity.isPresent() && !INTEGRITY.matcher(integrity.get()).matches()) {
                throw new IllegalArgumentException("bad integrity of " + specification);
            }
        }
    }
}
