package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of the index that were cut or changed by a failing disk: noticed when the library opens,
/// and made again without reading a document.
class DamagedIndexTest {
    @TempDir private Path home;
    @TempDir private Path given;
    private final HashEmbedding model = new HashEmbedding();

    @Test
    void aChangedByteInAnyFileIsNoticedAndMended() throws IOException {
        var random = new Random(11);
        mendEach(bytes -> {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            return changed;
        });
    }

    @Test
    void aCutInAnyFileIsNoticedAndMended() throws IOException {
        mendEach(bytes -> Arrays.copyOf(bytes, bytes.length / 2));
    }

    @Test
    void verifyFindsWhatWasDamagedWhileTheLibraryIsOpen() throws IOException {
        Path folder = given.toRealPath();
        Files.writeString(folder.resolve("note.md"), "The kettle number7.");
        WatchedParser parser = WatchedParser.running();
        try (var open = OpenLibrary.open(home, parser, model)) {
            open.add(folder);
            LibraryPicture sound = LibraryPicture.of(open, folder, List.of("kettle"));
            String damaged =
                    names().stream()
                            .filter(name -> name.endsWith(".cfs"))
                            .findFirst()
                            .orElseThrow();
            try (var file = FileChannel.open(home.resolve(damaged), StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}), file.size() / 2);
            }
            int read = parser.files();
            assertFalse(open.library().verify().isSound());
            OpenLibrary.await(open.library().resume().meaning());
            assertTrue(open.library().verify().isSound());
            assertEquals(
                    List.of(),
                    sound.differences(LibraryPicture.of(open, folder, List.of("kettle"))));
            assertEquals(read, parser.files());
        }
    }

    private void mendEach(UnaryOperator<byte[]> damage) throws IOException {
        Path folder = given.toRealPath();
        for (int i = 0; i < 12; i++) {
            Files.writeString(folder.resolve("note-" + i + ".md"), "The kettle number" + i + ".");
        }
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            open.add(folder);
        }
        LibraryPicture sound = picture(folder);
        int damaged = 0;
        for (String name : names()) {
            Path file = home.resolve(name);
            if (!Files.exists(file)) {
                // The part was made anew under other names since.
                continue;
            }
            Files.write(file, damage.apply(Files.readAllBytes(file)));
            damaged++;
            assertEquals(List.of(), sound.differences(picture(folder)), name);
        }
        assertTrue(damaged > 4, damaged + " files were damaged");
    }

    private List<String> names() throws IOException {
        var kinds = new ArrayList<String>();
        var names = new ArrayList<String>();
        try (var files = Files.walk(home.resolve("index"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = home.relativize(file).toString();
                String kind = name.replaceFirst("_\\w+\\.", ".");
                if (Files.size(file) > 0 && !kinds.contains(kind)) {
                    kinds.add(kind);
                    names.add(name);
                }
            }
        }
        assertTrue(names.size() > 4, names.toString());
        return names;
    }

    /// Opens the library as it is and lets it mend itself.
    private LibraryPicture picture(Path folder) throws IOException {
        WatchedParser parser = WatchedParser.running();
        try (var open = OpenLibrary.open(home, parser, model)) {
            OpenLibrary.await(open.library().resume().meaning());
            assertEquals(0, parser.files());
            assertTrue(open.library().verify().isSound());
            return LibraryPicture.of(open, folder, List.of("kettle", "number7"));
        }
    }
}
