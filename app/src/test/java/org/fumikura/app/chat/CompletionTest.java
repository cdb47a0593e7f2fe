package org.fumikura.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.fumikura.app.fakes.FakeLibrary;
import org.fumikura.app.task.Mentions;
import org.fumikura.app.task.TaskName;
import org.fumikura.app.template.PromptTemplate;
import org.fumikura.app.template.Templates;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.library.FilePresence;
import org.fumikura.rag.library.LibraryFile;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private static final DocumentId ONE = new DocumentId("1".repeat(64));
    private static final DocumentId TWO = new DocumentId("2".repeat(64));

    private static final Templates TEMPLATES =
            new Templates(
                    List.of(
                            new PromptTemplate("お礼の手紙", "{宛先} へのお礼の手紙を書いてください。"),
                            new PromptTemplate("Formal letter", "Write to {recipient}.")));

    private final List<LibraryFile> files = files();

    private static List<LibraryFile> files() {
        var library = new FakeLibrary();
        library.put(Path.of("/docs/2024/lease.pdf"), ONE, FilePresence.HERE);
        library.put(Path.of("/docs/2025/lease.pdf"), TWO, FilePresence.HERE);
        library.put(Path.of("/docs/my notes.md"), TWO, FilePresence.HERE);
        return library.files();
    }

    private List<String> offered(String text) {
        return Completion.of(text, text.length(), files, TEMPLATES).stream()
                .map(Completion::inserted)
                .toList();
    }

    @Test
    void slashOffersTheTasksThatBeginSo() {
        assertEquals(10, offered("/").size());
        assertEquals(List.of("/compare ", "/classify ", "/code "), offered("/C"));
        assertEquals(List.of(), offered("What /c"));
        assertEquals(List.of(), offered("/outline "));
        assertEquals(List.of(), offered("/outline"), "Enter does it");
    }

    @Test
    void slashOffersThePersonsTemplatesFirst() {
        assertEquals(List.of("/Formal letter"), offered("/for"));
        assertEquals(List.of("/Formal letter"), offered("/formal l"));
        assertEquals(List.of("/お礼の手紙"), offered("／お礼"));
        assertEquals(
                new Completion.Kind.ToTemplate(TEMPLATES.all().getFirst()),
                Completion.of("/f", 2, files, TEMPLATES).getFirst().kind());
    }

    @Test
    void atSignOffersFilesWithinATask() {
        assertEquals(List.of("@\"my notes.md\" "), offered("/outline @note"));
        assertEquals(List.of("@2024/lease.pdf ", "@2025/lease.pdf "), offered("/compare @LEA"));
        assertEquals(List.of(), offered("mail to me@lea"));
    }

    @Test
    void whatIsChosenTakesThePlaceOfWhatWasTyped() {
        String text = "/outline @note please";
        Completion file = Completion.of(text, 14, files, TEMPLATES).getFirst();
        assertEquals("/outline @\"my notes.md\"  please", file.applied(text, 14));
        assertEquals(24, file.caret());
    }

    @Test
    void mentionsAreTakenOutOfTheWords() {
        assertEquals(
                new Mentions(List.of(TWO, ONE), "a, b  and  @nobody.txt"),
                Mentions.in("a, b @\"my notes.md\" and @2024/lease.pdf @nobody.txt", files));
    }

    @Test
    void tasksOnFilesAloneTakeTheirNamesWithoutASign() {
        assertEquals(
                new Mentions(List.of(TWO), ""), Mentions.in(TaskName.SUMMARIZE, "My notes", files));
        assertEquals(
                new Mentions(List.of(ONE, TWO), ""),
                Mentions.in(TaskName.COMPARE, "2024/lease.pdf, 2025/lease.pdf", files));
        assertEquals(
                new Mentions(List.of(), "lease"),
                Mentions.in(TaskName.SUMMARIZE, "lease", files),
                "two are called so");
        var hidden = new FakeLibrary();
        hidden.put(Path.of("/docs/.notes"), ONE, FilePresence.HERE);
        assertEquals(
                new Mentions(List.of(), ""), Mentions.in(TaskName.SUMMARIZE, "", hidden.files()));
        assertEquals(
                new Mentions(List.of(), "my notes"), Mentions.in(TaskName.CODE, "my notes", files));
    }
}
