package org.fumikura.inference.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Sha256;
import org.fumikura.inference.catalog.ModelStore.Verification;

/// The builds of llama.cpp in the models folder, each in a folder of its own below `runtime`, with
/// the notices of its licence and the SHA-256 of each library in `SHA256SUMS`. A folder appears
/// whole or not at all.
///
/// Stateless but for the folder's path; safe for use by several threads.
public final class RuntimeStore {
    private static final String SUMS = "SHA256SUMS";
    private static final String NOTICE = "llama.cpp-LICENSE.txt";

    private final Path models;
    private final RuntimeCatalog catalog;

    /// @param models the models folder
    public RuntimeStore(Path models, RuntimeCatalog catalog) {
        this.models = models;
        this.catalog = catalog;
    }

    /// What can be installed.
    public RuntimeCatalog catalog() {
        return catalog;
    }

    /// The installed build for this machine with the preferred back-end. Looks at names only.
    public Optional<RuntimeInstall> installed() {
        return installs().stream().findFirst();
    }

    /// The installed builds for this machine, the preferred back-end first.
    public List<RuntimeInstall> installs() {
        return catalog.builds(Platform.here()).stream()
                .flatMap(build -> installed(build).stream())
                .toList();
    }

    /// The build, if it is installed.
    public Optional<RuntimeInstall> installed(RuntimeBuild build) {
        Path folder = folder(build);
        return Files.isRegularFile(folder.resolve(SUMS))
                ? Optional.of(new RuntimeInstall(folder, catalog.version(), build))
                : Optional.empty();
    }

    /// Reads all libraries and compares their hashes with those they had when they came.
    ///
    /// @throws InferenceException `IO_FAILED` if a file cannot be read
    public Verification verify(RuntimeBuild build) {
        Path folder = folder(build);
        try {
            List<String> expected =
                    Files.readAllLines(folder.resolve(SUMS), StandardCharsets.UTF_8);
            return expected.equals(sums(folder)) ? Verification.INTACT : Verification.CHANGED;
        } catch (IOException e) {
            return Verification.MISSING;
        }
    }

    /// Deletes the build. Without it nothing happens.
    ///
    /// @throws InferenceException `IO_FAILED` if it cannot be deleted
    public void remove(RuntimeBuild build) {
        Path folder = folder(build);
        try {
            // Without its sums it counts as gone, should the rest fail.
            Files.deleteIfExists(folder.resolve(SUMS));
            FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new InferenceException(Code.IO_FAILED, folder.toString(), e);
        }
    }

    Path models() {
        return models;
    }

    /// Where the build is or will be.
    Path folder(RuntimeBuild build) {
        return models.resolve("runtime")
                .resolve("llama.cpp-" + catalog.version() + "-" + build.id());
    }

    /// Adds the notice and the sums to a folder of libraries.
    static void complete(Path folder) throws IOException {
        try (InputStream notice = RuntimeStore.class.getResourceAsStream(NOTICE)) {
            Files.write(folder.resolve(NOTICE), Objects.requireNonNull(notice).readAllBytes());
        }
        Files.write(folder.resolve(SUMS), sums(folder), StandardCharsets.UTF_8);
    }

    private static List<String> sums(Path folder) throws IOException {
        List<String> sums = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.endsWith(SUMS)) {
                    sums.add(Sha256.of(file) + "  " + file.getFileName());
                }
            }
        }
        Collections.sort(sums);
        return sums;
    }
}
