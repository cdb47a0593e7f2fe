package org.fumikura.inference.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Progress;
import org.fumikura.inference.Sha256;
import org.fumikura.inference.catalog.ModelStore.Verification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With an npm of the test's own that hands out an archive of the test's own.
class RuntimeDownloaderTest {
    private static final List<String> PACKAGE =
            List.of(
                    "package/LICENSE",
                    "package/package.json",
                    "package/bins/here/llama-addon.node",
                    "package/bins/here/libllama-common.so",
                    "package/bins/here/libggml-rpc.so",
                    "package/bins/here/libllama.v0.5.0.so",
                    "package/bins/here/libggml.v0.5.0.so",
                    "package/bins/here/libggml-base.so",
                    "package/bins/here/libggml-cpu-haswell.so",
                    "package/bins/here/libggml-cpu-armv8.2_1.so");

    @TempDir Path folder;

    private final List<Progress> progress = new ArrayList<>();
    private final CancellationToken cancel = new CancellationToken();
    private Path archive = Path.of("");

    @BeforeEach
    void pack() throws IOException {
        archive = folder.resolve("package.tgz");
        Files.write(archive, tar(PACKAGE, List.of()));
        npm("cp '" + archive + "' \"$6/whatever.tgz\"");
    }

    private static byte[] tar(List<String> files, List<String> links) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes))) {
            for (String name : files) {
                byte[] content = name.getBytes(StandardCharsets.UTF_8);
                var entry = new TarArchiveEntry(name);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
            for (String link : links) {
                String[] names = link.split(" -> ", 2);
                var entry = new TarArchiveEntry(names[0], TarConstants.LF_SYMLINK);
                entry.setLinkName(names[1]);
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    /// Puts an `npm` that does this on the path.
    private void npm(String script) throws IOException {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve("npm");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private RuntimeBuild build(RuntimeSource... sources) {
        return new RuntimeBuild(Platform.here(), RuntimeBackend.CPU, 1000, List.of(sources));
    }

    private static RuntimeSource.NpmPackages npmPackage(Optional<String> integrity) {
        return new RuntimeSource.NpmPackages(
                List.of(new RuntimeSource.NpmPackage("@test/here@1.0.0", integrity, 500)));
    }

    private RuntimeBuild packaged() {
        return build(npmPackage(Optional.of(Sha512.integrity(archive))));
    }

    private RuntimeStore store(RuntimeBuild build) {
        return new RuntimeStore(
                folder.resolve("models"), new RuntimeCatalog("0.5.0", "MIT", List.of(build)));
    }

    private RuntimeInstall get(RuntimeBuild build) {
        String path = folder.resolve("bin") + ":/usr/bin:/bin";
        return new RuntimeDownloader(store(build), Map.of("PATH", path))
                .get(build, progress::add, cancel);
    }

    private InferenceException failure(RuntimeBuild build) {
        InferenceException fault =
                assertThrows(InferenceException.class, () -> get(build), build::toString);
        assertEquals(List.of(), files(folder.resolve("models")));
        assertEquals(Optional.empty(), store(build).installed());
        return fault;
    }

    private static List<String> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path))
                    .map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bringsTheLibrariesAndTheirNoticesAndNothingElse() {
        RuntimeBuild build = packaged();
        RuntimeInstall install = get(build);
        assertEquals(Optional.of(install), store(build).installed());
        assertEquals(
                List.of(
                        "LICENSE",
                        "SHA256SUMS",
                        "libggml-base.so",
                        "libggml-cpu-armv8.2_1.so",
                        "libggml-cpu-haswell.so",
                        "libggml.v0.5.0.so",
                        "libllama.v0.5.0.so",
                        "llama.cpp-LICENSE.txt"),
                files(folder.resolve("models")));
        assertTrue(install.folder().endsWith("runtime/llama.cpp-0.5.0-" + Platform.here()));
        assertEquals(Verification.INTACT, store(build).verify(build));
        assertFalse(progress.isEmpty());
    }

    @Test
    void changedLibraryIsNoticedAndRemovedBuildIsGone() throws IOException {
        RuntimeBuild build = packaged();
        Files.writeString(get(build).folder().resolve("libggml-base.so"), "changed");
        assertEquals(Verification.CHANGED, store(build).verify(build));
        store(build).remove(build);
        assertEquals(Verification.MISSING, store(build).verify(build));
        assertEquals(List.of(), files(folder.resolve("models")));
    }

    @Test
    void wrongHashLeavesNothingBehind() throws IOException {
        RuntimeBuild build = packaged();
        Files.write(archive, tar(PACKAGE.subList(3, 9), List.of()));
        assertEquals(Code.CHECKSUM_MISMATCH, failure(build).code());
    }

    @Test
    void archiveWithoutLibrariesIsRefused() throws IOException {
        Files.write(archive, tar(PACKAGE.subList(0, 3), List.of()));
        InferenceException fault = failure(packaged());
        assertEquals(Code.CHECKSUM_MISMATCH, fault.code());
        assertTrue(fault.detail().contains("no llama"), fault.detail());
    }

    @Test
    void fileThatIsNoArchiveIsRefused() throws IOException {
        Files.writeString(archive, "no archive");
        assertEquals(Code.CHECKSUM_MISMATCH, failure(build(npmPackage(Optional.empty()))).code());
    }

    @Test
    void missingPackageIsToldAsNotFound() throws IOException {
        npm("echo 'npm error code E404' >&2; echo 'npm error 404 more' >&2; exit 1");
        InferenceException fault = failure(packaged());
        assertEquals(Code.SOURCE_UNREACHABLE, fault.code());
        assertEquals("npm @test/here@1.0.0: not found (E404)", fault.detail());
    }

    @Test
    void missingNpmIsNamed() throws IOException {
        Files.delete(folder.resolve("bin/npm"));
        RuntimeBuild build = packaged();
        var downloader =
                new RuntimeDownloader(
                        store(build), Map.of("PATH", folder.resolve("bin").toString()));
        InferenceException fault =
                assertThrows(
                        InferenceException.class,
                        () -> downloader.get(build, progress::add, cancel));
        assertEquals(Code.TOOL_MISSING, fault.code());
        assertEquals("npm", fault.detail());
        assertEquals(List.of(), files(folder.resolve("models")));
    }

    @Test
    void cancellingEndsNpmAndLeavesNothing() throws IOException {
        npm("sleep 60");
        Thread.ofVirtual()
                .start(() -> {
                    while (progress.isEmpty()) {
                        Thread.onSpinWait();
                    }
                    cancel.cancel();
                });
        long start = System.nanoTime();
        assertEquals(Code.CANCELLED, failure(packaged()).code());
        assertTrue(System.nanoTime() - start < 20_000_000_000L);
    }

    @Test
    void buildThatNeedsMoreRoomThanThereIsIsNotBegun() {
        RuntimeSource source = npmPackage(Optional.of(Sha512.integrity(archive)));
        RuntimeBuild huge =
                new RuntimeBuild(
                        Platform.here(), RuntimeBackend.CPU, Long.MAX_VALUE / 2, List.of(source));
        assertEquals(Code.DISK_FULL, failure(huge).code());
    }

    @Test
    void releaseIsFoundByItsBuildAndCheckedByItsPublishedHash() throws IOException {
        List<String> files =
                List.of(
                        "llama-b7/libllama.so.0.5.0",
                        "llama-b7/libggml.so.0",
                        "llama-b7/llama-cli",
                        "llama-b7/libggml-base.so.0",
                        "llama-b7/libggml-cpu-x64.so",
                        "llama-b7/LICENSE");
        List<String> links =
                List.of(
                        "llama-b7/libllama.so -> libllama.so.0.5.0",
                        "llama-b7/libggml.so -> /etc/passwd");
        byte[] content = tar(files, links);
        try (var release = new ReleaseServer(content, hash(content))) {
            RuntimeBuild build = build(release.source());
            Path libraries = get(build).folder();
            assertEquals(
                    "llama-b7/libllama.so.0.5.0",
                    Files.readString(libraries.resolve("libllama.so")));
            assertFalse(Files.exists(libraries.resolve("libggml.so"), LinkOption.NOFOLLOW_LINKS));
            assertFalse(Files.exists(libraries.resolve("llama-cli")));
            assertEquals(Verification.INTACT, store(build).verify(build));
        }
    }

    @Test
    void releaseWithAnotherHashGivesWayToTheNextSource() throws IOException {
        try (var release = new ReleaseServer(tar(PACKAGE, List.of()), "0".repeat(64))) {
            RuntimeBuild build = build(release.source(), npmPackage(Optional.empty()));
            assertTrue(Files.exists(get(build).folder().resolve("libllama.v0.5.0.so")));
        }
    }

    private static String hash(byte[] bytes) {
        var digest = Sha256.digest();
        digest.update(bytes);
        return Sha256.hex(digest);
    }

    /// A release of build b7 on the loopback address.
    private static final class ReleaseServer implements AutoCloseable {
        private final HttpServer server;
        private final String base;

        ReleaseServer(byte[] archive, String sha256) throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            base = "http://localhost:" + server.getAddress().getPort();
            String description =
                    """
                    {"assets": [{"name": "llama-b7-bin-here.tar.gz", "digest": "sha256:%s",
                      "browser_download_url": "%s/archive"}]}\
                    """
                            .formatted(sha256, base);
            serve("/tag", "b7\n".getBytes(StandardCharsets.UTF_8));
            serve("/builds/b7", description.getBytes(StandardCharsets.UTF_8));
            serve("/archive", archive);
            server.start();
        }

        private void serve(String path, byte[] content) {
            server.createContext(
                    path,
                    exchange -> {
                        exchange.sendResponseHeaders(200, content.length);
                        exchange.getResponseBody().write(content);
                        exchange.close();
                    });
        }

        RuntimeSource.Release source() {
            return new RuntimeSource.Release(
                    URI.create(base + "/tag"),
                    base + "/builds/{tag}",
                    "llama-{tag}-bin-here.tar.gz",
                    1000);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
