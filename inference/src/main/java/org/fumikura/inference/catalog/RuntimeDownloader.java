package org.fumikura.inference.catalog;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings builds of llama.cpp into the models folder: source after source until one gives libraries
/// with the right hash. Whatever happens, a build is there whole or nothing of it is.
///
/// Blocking: call it outside the user interface's thread. Do not call it twice at once for one
/// build.
public final class RuntimeDownloader {
    private static final Logger LOG = LoggerFactory.getLogger(RuntimeDownloader.class);

    private final RuntimeStore store;
    private final ReleaseFetch releases = new ReleaseFetch();
    private final NpmFetch npm;

    /// Uses the user's own npm settings and environment.
    public RuntimeDownloader(RuntimeStore store) {
        this(store, Map.of());
    }

    /// @param npmEnvironment variables added to npm's environment; `PATH` says where npm is
    public RuntimeDownloader(RuntimeStore store, Map<String, String> npmEnvironment) {
        this.store = store;
        this.npm = new NpmFetch(new Npm(npmEnvironment));
    }

    /// Brings the build unless it is there already.
    ///
    /// @param progress called often, on this thread
    /// @param cancel stops the download within a moment
    /// @throws InferenceException `CANCELLED`, `DISK_FULL`, `IO_FAILED`; or when every source
    ///   failed, `CHECKSUM_MISMATCH` if one gave something else than promised, else `TOOL_MISSING`
    ///   if that was a reason (detail: the program), else `SOURCE_UNREACHABLE` (detail: one line a
    ///   source)
    public RuntimeInstall get(
            RuntimeBuild build, Consumer<Progress> progress, CancellationToken cancel) {
        Optional<RuntimeInstall> there = store.installed(build);
        if (there.isPresent()) {
            return there.get();
        }
        DownloadFolder work = DownloadFolder.of(store.models(), "runtime-" + build.id());
        try {
            return fromSources(build, work, progress, cancel);
        } catch (IOException e) {
            cancel.throwIfCancelled(build.id());
            throw DiskSpace.failure(work.path(), e);
        } finally {
            work.delete();
        }
    }

    private RuntimeInstall fromSources(
            RuntimeBuild build,
            DownloadFolder work,
            Consumer<Progress> progress,
            CancellationToken cancel)
            throws IOException {
        var failures = new SourceFailures();
        for (RuntimeSource source : build.sources()) {
            cancel.throwIfCancelled(build.id());
            work.delete();
            Path unpacked = Files.createDirectories(work.path().resolve("unpacked"));
            try {
                DiskSpace.require(unpacked, source.downloadBytes() + build.installedBytes());
                fetch(build, source, work, unpacked, progress, cancel);
                requireLibraries(unpacked);
                RuntimeStore.complete(unpacked);
                RuntimeInstall install = moveIntoPlace(build, unpacked);
                LOG.info("llama.cpp {} came from {}", build.id(), source.label());
                return install;
            } catch (SourceFailure e) {
                cancel.throwIfCancelled(build.id());
                LOG.info("{} did not give {}: {}", source.label(), build.id(), e.reason());
                failures.add(source.label(), e);
            }
        }
        throw failures.all();
    }

    private void fetch(
            RuntimeBuild build,
            RuntimeSource source,
            DownloadFolder work,
            Path unpacked,
            Consumer<Progress> progress,
            CancellationToken cancel)
            throws IOException, SourceFailure {
        switch (source) {
            case RuntimeSource.Release release ->
                    releases.fetch(build, release, work.path(), unpacked, progress, cancel);
            case RuntimeSource.NpmPackages packages ->
                    npm.fetch(build, packages, work.path(), unpacked, progress, cancel);
        }
    }

    private static void requireLibraries(Path folder) throws IOException, SourceFailure {
        for (String start : new String[] {"llama", "ggml-base", "ggml-cpu"}) {
            try (DirectoryStream<Path> found =
                    Files.newDirectoryStream(folder, "{lib,}" + start + "*")) {
                if (!found.iterator().hasNext()) {
                    throw new SourceFailure(Code.CHECKSUM_MISMATCH, "no " + start + " in it");
                }
            }
        }
    }

    private RuntimeInstall moveIntoPlace(RuntimeBuild build, Path unpacked) throws IOException {
        store.remove(build);
        Path folder = store.folder(build);
        Files.createDirectories(folder.getParent());
        Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
        return store.installed(build).orElseThrow();
    }
}
