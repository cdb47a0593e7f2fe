package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoreRulesTest {
    @TempDir private Path folder;

    @Test
    void droppingsAndHiddenFilesAreNoDocuments() throws IOException {
        for (String name :
                new String[] {
                    "~$letter.docx",
                    "Thumbs.db",
                    "sub/desktop.ini",
                    ".git/config.md",
                    "sub/.hidden.md",
                    "half.crdownload",
                    "node_modules/lib/README.md",
                    "note.md~"
                }) {
            write(name, "");
        }
        write("letter.docx", "");
        write("sub/note.md", "");
        assertEquals(Set.of("letter.docx", "sub/note.md"), walked());
    }

    @Test
    void aPersonsRulesAreNestedLikeGits() throws IOException {
        write(".fumikuraignore", "*.log\nprivate/\n/top.md\n");
        write("sub/.fumikuraignore", "!keep.log\ndraft*\n");
        for (String name :
                new String[] {
                    "a.log", "top.md", "private/x.md", "sub/private/y.md", "sub/draft-1.md"
                }) {
            write(name, "");
        }
        write("sub/keep.log", "");
        write("sub/top.md", "");
        assertEquals(Set.of("sub/keep.log", "sub/top.md"), walked());
    }

    @Test
    void theRootItselfIsNeverIgnored() throws IOException {
        Path hidden = Files.createDirectories(folder.resolve(".notes"));
        var rules = new IgnoreRules(hidden);
        assertFalse(rules.isFolderIgnored(hidden));
        assertFalse(rules.isIgnored(hidden.resolve("a.md")));
        assertTrue(rules.isIgnored(hidden.resolve(".b.md")));
    }

    private Set<String> walked() throws IOException {
        Set<String> found = new TreeSet<>();
        FolderWalk.walk(
                folder,
                new IgnoreRules(folder),
                () -> false,
                (file, stamp) -> found.add(folder.relativize(file).toString()));
        return found;
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
