package org.fumikura.rag.library;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// An ingestion with all that happens to a library: files come, are edited and are taken out. It
/// may be stopped anywhere and run again from its beginning, always to the same end. Run as a
/// process of its own it says "started" and, at the end, "done".
final class KilledIngestion {
    static final List<String> QUESTIONS =
            List.of("kettle", "number17", "日本の庭園", "revision two", "whistles at noon", "left");

    private static final int NOTES = 24;
    private static final int EDITED = 6;
    private static final int LONG = 2;

    private KilledIngestion() {}

    /// @param args the home, then the folder of files
    public static void main(String[] args) throws IOException {
        var out = new FileOutputStream(FileDescriptor.out);
        out.write("started\n".getBytes(StandardCharsets.UTF_8));
        Path home = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        try (var open = OpenLibrary.open(home, WatchedParser.running(), new HashEmbedding())) {
            run(open, folder);
        }
        out.write("done\n".getBytes(StandardCharsets.UTF_8));
    }

    /// Takes up what is unfinished and goes through the whole of it.
    static void run(OpenLibrary open, Path folder) throws IOException {
        OpenLibrary.await(open.library().resume().meaning());
        open.add(folder.resolve("notes"), folder.resolve("leaving"));
        for (int i = 0; i < EDITED; i++) {
            Files.writeString(edited(folder, i), "The lamp" + i + " is lit. Revision two.");
        }
        open.add(folder.resolve("notes"));
        open.library().remove(List.of(folder.resolve("leaving")));
        open.add(folder.resolve("more"));
    }

    /// Writes the files, the same each time.
    static void write(Path folder) throws IOException {
        var random = new Random(7);
        for (String sub : List.of("notes", "leaving", "more")) {
            Files.createDirectories(folder.resolve(sub));
        }
        for (int i = 0; i < NOTES; i++) {
            String text =
                    String.format(
                            Locale.ROOT,
                            "# Note %d%n%nThe kettle number%d whistles at noon.%n%n日本の庭園 %d。%n",
                            i,
                            i,
                            random.nextInt());
            Files.writeString(folder.resolve("notes/note-" + i + ".md"), text);
            if (i % 10 == 0) {
                Files.writeString(folder.resolve("more/twin-" + i + ".md"), text);
            }
        }
        for (int i = 0; i < EDITED; i++) {
            Files.writeString(edited(folder, i), "The lamp" + i + " is dark. Revision one.");
            Files.writeString(
                    folder.resolve("leaving/left-" + i + ".txt"), "This one" + i + " is left.");
        }
        for (int i = 0; i < LONG; i++) {
            var text = new StringBuilder("name\tvalue\n");
            for (int row = 0; row < 4000; row++) {
                text.append("kettle").append(random.nextInt(900)).append('\t').append(row);
                text.append('\n');
            }
            Files.writeString(folder.resolve("more/long-" + i + ".tsv"), text);
        }
        Files.writeString(folder.resolve("more/broken.pdf"), "%PDF-1.7 and nothing else");
    }

    private static Path edited(Path folder, int number) {
        return folder.resolve("notes/edited-" + number + ".md");
    }
}
