package org.fumikura.inference.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Progress;
import org.fumikura.inference.catalog.RuntimeSource.NpmPackage;

/// Fetches packages with npm and takes llama.cpp's libraries out of them.
final class NpmFetch {
    private final Npm npm;

    NpmFetch(Npm npm) {
        this.npm = npm;
    }

    void fetch(
            RuntimeBuild build,
            RuntimeSource.NpmPackages source,
            Path work,
            Path unpacked,
            Consumer<Progress> progress,
            CancellationToken cancel)
            throws IOException, SourceFailure {
        Path packages = Files.createDirectories(work.resolve("npm"));
        long done = 0;
        for (NpmPackage wanted : source.packages()) {
            progress.accept(new Progress(wanted.specification(), done, source.downloadBytes()));
            Path archive = npm.pack(wanted.specification(), packages, cancel);
            requireIntegrity(wanted, archive);
            done += wanted.downloadBytes();
            progress.accept(new Progress(wanted.specification(), done, source.downloadBytes()));
            RuntimeArchive.unpack(archive, unpacked, build, progress, cancel);
            Files.delete(archive);
        }
    }

    private static void requireIntegrity(NpmPackage wanted, Path archive) throws SourceFailure {
        Optional<String> expected = wanted.integrity();
        if (expected.isPresent()) {
            String found = Sha512.integrity(archive);
            if (!expected.get().equals(found)) {
                throw new SourceFailure(Code.CHECKSUM_MISMATCH, found);
            }
        }
    }
}
