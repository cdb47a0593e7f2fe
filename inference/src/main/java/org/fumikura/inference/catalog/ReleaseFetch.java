package org.fumikura.inference.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Progress;
import org.fumikura.inference.Sha256;
import org.fumikura.inference.catalog.UrlFetch.Check;
import org.fumikura.inference.catalog.UrlFetch.Target;

/// Fetches an archive of llama.cpp's own release, checked against the hash its publisher states.
final class ReleaseFetch {
    private static final Pattern TAG = Pattern.compile("b\\d{1,9}");
    private static final String DIGEST = "sha256:";
    private static final long SMALL_FILE = 1 << 16;

    private final UrlFetch urls = new UrlFetch();

    private record Archive(URI address, String sha256) {}

    void fetch(
            RuntimeBuild build,
            RuntimeSource.Release source,
            Path work,
            Path unpacked,
            Consumer<Progress> progress,
            CancellationToken cancel)
            throws IOException, SourceFailure {
        String tag = text(source.tagFile(), build, work, cancel).strip();
        if (!TAG.matcher(tag).matches()) {
            throw new SourceFailure(Code.CHECKSUM_MISMATCH, "no build's name");
        }
        String name = source.archive().replace("{tag}", tag);
        URI builds = URI.create(source.builds().replace("{tag}", tag));
        Archive archive = archive(text(builds, build, work, cancel), name);
        Path file = work.resolve(name);
        var target =
                new Target(
                        build.id(),
                        name,
                        source.downloadBytes(),
                        Check.HASH,
                        file,
                        work.resolve("archive.etag"));
        urls.fetch(target, archive.address(), progress, cancel);
        String hash = Sha256.of(file);
        if (!archive.sha256().equals(hash)) {
            throw new SourceFailure(Code.CHECKSUM_MISMATCH, "sha256 " + hash);
        }
        RuntimeArchive.unpack(file, unpacked, build, progress, cancel);
    }

    private String text(URI address, RuntimeBuild build, Path work, CancellationToken cancel)
            throws IOException, SourceFailure {
        Path file = work.resolve("text.part");
        Files.deleteIfExists(file);
        var target =
                new Target(
                        build.id(),
                        "text",
                        SMALL_FILE,
                        Check.NONE,
                        file,
                        work.resolve("text.etag"));
        urls.fetch(target, address, _ -> {}, cancel);
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static Archive archive(String description, String name) throws SourceFailure {
        try {
            for (JsonNode asset : new ObjectMapper().readTree(description).path("assets")) {
                String digest = asset.path("digest").asText();
                if (asset.path("name").asText().equals(name) && digest.startsWith(DIGEST)) {
                    return new Archive(
                            URI.create(asset.path("browser_download_url").asText()),
                            digest.substring(DIGEST.length()));
                }
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new SourceFailure(Code.CHECKSUM_MISMATCH, "no description of the build");
        }
        throw new SourceFailure(Code.SOURCE_UNREACHABLE, "no " + name + " with a hash");
    }
}
