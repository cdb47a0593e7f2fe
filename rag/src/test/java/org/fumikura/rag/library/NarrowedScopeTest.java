package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fumikura.rag.Scope;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.query.QueryReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarrowedScopeTest {
    @TempDir private Path home;
    @TempDir private Path given;

    @Test
    void filtersChooseTheDocumentsOfFiles() throws IOException {
        Path folder = given.toRealPath();
        Path green = write(folder.resolve("green tea.md"), "Green tea.", "2024-05-01T12:00:00Z");
        Path black = write(folder.resolve("black.txt"), "Black tea.", "2025-05-01T12:00:00Z");
        try (var open = OpenLibrary.open(home, WatchedParser.running(), new HashEmbedding())) {
            open.add(folder);
            assertEquals(Set.of(green), files(open, Scope.EVERYTHING, "tea file:green"));
            assertEquals(Set.of(black), files(open, Scope.EVERYTHING, "tea type:txt"));
            assertEquals(Set.of(black), files(open, Scope.EVERYTHING, "tea after:2025"));
            assertEquals(Set.of(green), files(open, Scope.EVERYTHING, "tea before:2025"));
            assertEquals(Set.of(), files(open, Scope.EVERYTHING, "tea type:pdf"));
            Scope onlyGreen = open.library().scopeOf(List.of(green));
            assertEquals(Set.of(), files(open, onlyGreen, "tea type:txt"));
            assertEquals(onlyGreen, open.library().narrow(onlyGreen, Query.plain("tea")));
        }
    }

    private static Set<Path> files(OpenLibrary open, Scope scope, String text) {
        if (Query.read(text) instanceof QueryReading.Understood(Query query)
                && open.library().narrow(scope, query) instanceof Scope.Documents(var ids)) {
            return ids.stream()
                    .map(id -> open.library().source(id).orElseThrow().path())
                    .collect(Collectors.toSet());
        }
        throw new AssertionError(text);
    }

    private static Path write(Path file, String text, String modified) throws IOException {
        Files.writeString(file, text);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse(modified)));
    }
}
