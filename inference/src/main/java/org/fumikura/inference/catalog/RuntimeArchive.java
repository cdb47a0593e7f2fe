package org.fumikura.inference.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Progress;

/// Takes llama.cpp's libraries out of an archive into one folder, whatever folder they are in
/// there. Programs, bindings and everything else stay behind; so does the back-end that computes on
/// other machines over the network.
final class RuntimeArchive {
    private static final Pattern LIBRARY =
            Pattern.compile(
                    "(lib)?((llama|ggml)[\\w.]*|ggml-(base|cpu|metal|blas|vulkan|cuda)[\\w.-]*|omp[\\w.]*)"
                            + "\\.(so|dylib|dll)(\\.[0-9.]+)?");
    private static final Pattern NOTICE = Pattern.compile("LICENSE[\\w.-]*");

    private RuntimeArchive() {}

    /// @param archive a gzipped tar archive or a ZIP archive
    /// @param progress told of the bytes written
    /// @throws SourceFailure if it is no archive
    static void unpack(
            Path archive,
            Path folder,
            RuntimeBuild build,
            Consumer<Progress> progress,
            CancellationToken cancel)
            throws IOException, SourceFailure {
        try (InputStream file = Files.newInputStream(archive);
                ArchiveInputStream<?> in = open(archive, file)) {
            long done = 0;
            for (Optional<ArchiveEntry> next = next(in); next.isPresent(); next = next(in)) {
                ArchiveEntry entry = next.get();
                cancel.throwIfCancelled(build.id());
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (!isWanted().test(name)) {
                    continue;
                }
                Path target = folder.resolve(name);
                if (entry instanceof TarArchiveEntry tar && tar.isSymbolicLink()) {
                    link(target, tar.getLinkName());
                } else if (!entry.isDirectory()) {
                    done += Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                    progress.accept(new Progress(name, done, build.installedBytes()));
                }
            }
        }
    }

    private static Predicate<String> isWanted() {
        return LIBRARY.asMatchPredicate().or(NOTICE.asMatchPredicate());
    }

    private static ArchiveInputStream<?> open(Path archive, InputStream file) throws SourceFailure {
        try {
            return archive.toString().endsWith(".zip")
                    ? new ZipArchiveInputStream(file)
                    : new TarArchiveInputStream(new GzipCompressorInputStream(file));
        } catch (IOException e) {
            throw new SourceFailure(Code.CHECKSUM_MISMATCH, "no archive");
        }
    }

    private static Optional<ArchiveEntry> next(ArchiveInputStream<?> in) throws SourceFailure {
        try {
            return Optional.ofNullable(in.getNextEntry());
        } catch (IOException e) {
            throw new SourceFailure(Code.CHECKSUM_MISMATCH, "broken archive");
        }
    }

    /// Libraries are often links to the file with the whole version in its name. A link that leads
    /// anywhere but to a library beside it is left out.
    private static void link(Path link, String target) throws IOException {
        if (LIBRARY.matcher(target).matches()) {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, Path.of(target));
        }
    }
}
