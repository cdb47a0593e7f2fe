package org.fumikura.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.fumikura.app.chat.TurnState;
import org.fumikura.app.settings.UiLanguage;
import org.fumikura.app.window.SidePanel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainWindowTest {
    private final Path home;
    private final Path documents;
    private UiHarness ui;

    MainWindowTest(@TempDir Path home, @TempDir Path documents) throws Exception {
        this.home = home;
        this.documents = documents;
        ui = UiHarness.open(home);
    }

    @BeforeEach
    void writeDocument() throws Exception {
        Files.writeString(
                documents.resolve("rules.md"),
                "# House rules\n\nThe deposit is 900 euros.\n\nQuiet hours are from ten to six.\n");
    }

    @AfterEach
    void close() throws Exception {
        ui.close();
    }

    @Test
    void newcomerGetsFromAnEmptyWindowToACitedPage() {
        ui.waitForText(ui.messages().get("welcome.title.first"));
        ui.click("#add-samples");
        ui.waitFor("suggestions", () -> ui.model().welcome().state().get().isReady());

        ui.click(".suggestion");
        ui.waitForAnswer();
        ui.waitForText(citedWords());
        ui.waitForText(ui.messages().get("unsupported.mark"));

        ui.click(".citation");
        ui.waitFor("the cited page", () -> ui.shows(ui.messages().get("viewer.page", 1, 1)));
        ui.waitForText("Travel and Remote Work Policy");
        assertEquals(SidePanel.VIEWER, ui.onFx(() -> ui.model().arrangement().side().get()));
    }

    @Test
    void droppedFolderIsIndexedAndAsked() {
        ui.onFx(() -> {
            ui.model().drop(List.of(documents));
            return true;
        });
        ui.waitFor("indexing", () -> ui.model().library().coverage().get().searchable() == 1);
        ui.waitForText("rules.md");
        ui.waitForText("1 of 1 file searchable");

        ask("How high is the deposit?");
        ui.waitForText("The deposit is 900 euros.");
    }

    @Test
    void unreadableFileSaysWhatToDo() throws Exception {
        Files.write(documents.resolve("broken.pdf"), new byte[] {'%', 'P', 'D', 'F', 0, 1, 2});
        ui.onFx(() -> {
            ui.model().drop(List.of(documents.resolve("broken.pdf")));
            return true;
        });
        ui.waitFor("the problem", () -> ui.model().library().coverage().get().problemCount() == 1);
        ui.waitFor("words", () -> ui.shows(ui.messages().get("state.PROBLEM")));
    }

    @Test
    void languageChangesWithoutRestartAndKeepsWhatIsTyped() {
        ui.click("#question");
        ui.robot().write("half a question");
        ui.onFx(() -> {
            ui.model().appearance().choose(UiLanguage.JAPANESE);
            return true;
        });
        ui.waitForText("新しい会話");
        assertFalse(ui.shows("New conversation"));
        ui.waitForText("half a question");
    }

    @Test
    void shiftEnterBreaksTheLineAndEnterAsks() {
        index();
        ui.click("#question");
        ui.robot().write("How high is");
        ui.robot().press(KeyCode.SHIFT).push(KeyCode.ENTER).release(KeyCode.SHIFT);
        ui.robot().write("the deposit?");
        assertEquals(
                "How high is\nthe deposit?", ui.onFx(() -> ui.model().chat().draft().text().get()));

        ui.robot().push(KeyCode.ENTER);
        ui.waitForAnswer();
        assertEquals("", ui.onFx(() -> ui.model().chat().draft().text().get()));
    }

    @Test
    void enterThatConfirmsAnInputMethodDoesNotAsk() {
        ui.click("#question");
        ui.onFx(() -> {
            TextArea field = (TextArea) ui.stage().getScene().lookup("#question");
            field.fireEvent(composition("しききん", ""));
            return true;
        });
        ui.robot().push(KeyCode.ENTER);
        ui.onFx(() -> {
            TextArea field = (TextArea) ui.stage().getScene().lookup("#question");
            field.fireEvent(composition("", "敷金"));
            return true;
        });
        ui.robot().push(KeyCode.ENTER);
        assertEquals(0, ui.onFx(() -> ui.model().chat().turns().size()));
        assertTrue(ui.onFx(() -> ui.model().chat().draft().text().get()).contains("敷金"));
    }

    @Test
    void conversationsAreKeptDeletedAndBroughtBack() {
        index();
        ask("How high is the deposit?");
        ui.robot().press(KeyCode.CONTROL).push(KeyCode.N).release(KeyCode.CONTROL);
        ui.waitFor("a blank conversation", () -> ui.model().chat().turns().isEmpty());

        ui.onFx(() -> {
            var list = ui.model().conversations();
            list.delete(list.shown().getFirst());
            return true;
        });
        ui.waitForText(ui.messages().get("conversations.deleted"));
        ui.click("#toast .button");
        ui.waitFor("the conversation", () -> ui.model().chat().turns().size() == 1);
    }

    @Test
    void answerIsCopiedWithItsReferences() {
        index();
        ask("How high is the deposit?");
        ui.click(".answer-foot .icon-button");
        String copied = ui.onFx(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.contains("The deposit is 900 euros."), copied);
        assertTrue(copied.contains("[1] House rules, p. 1"), copied);
    }

    @Test
    void answersAreThereAfterARestart() throws Exception {
        index();
        ask("How high is the deposit?");
        ui.close();
        ui = UiHarness.open(home);
        ui.waitFor("the list", () -> ui.model().conversations().shown().size() == 1);
        ui.click("#conversations .conversation");
        ui.waitFor("the turn", () -> ui.shows("The deposit is 900 euros."));
    }

    @Test
    void keysReachEveryPart() {
        ui.robot().press(KeyCode.CONTROL).push(KeyCode.B).release(KeyCode.CONTROL);
        assertEquals(SidePanel.LIBRARY, ui.onFx(() -> ui.model().arrangement().side().get()));
        ui.robot().push(KeyCode.ESCAPE);
        assertEquals(SidePanel.NONE, ui.onFx(() -> ui.model().arrangement().side().get()));
        ui.robot().press(KeyCode.CONTROL).push(KeyCode.L).release(KeyCode.CONTROL);
        assertEquals("question", focused());
        ui.robot().push(KeyCode.F6);
        assertEquals("status-model", focused());
        ui.robot().push(KeyCode.F6);
        assertEquals("go-asking", focused());
        ui.robot().push(KeyCode.F6);
        assertEquals("question", focused());
    }

    private String citedWords() {
        var turn = ui.onFx(() -> ui.model().chat().turns().getLast().state().get());
        return ((TurnState.Done) turn).answer().citations().getFirst().quote();
    }

    private String focused() {
        return ui.onFx(() -> String.valueOf(ui.stage().getScene().getFocusOwner().getId()));
    }

    private void index() {
        ui.add(documents, 1);
    }

    @Test
    void citedPageOfAPdfIsShownAsItLooksWithTheLinesMarked() throws IOException {
        Path file = documents.resolve("lease.pdf");
        writePdf(file, "Pets are welcome in the garden.", "The lease ends on 31 May.");
        ui.onFx(() -> {
            ui.model().drop(List.of(file));
            return true;
        });
        ui.waitFor("indexing", () -> ui.model().library().coverage().get().searchable() == 1);
        ask("When does the lease end?");
        ui.click(".citation");
        ui.waitFor("the marked page", () -> ui.onFx(() -> isThere(".page-mark")));

        ui.click("#viewer-copy");
        assertEquals(
                "“The lease ends on 31 May.” — lease.pdf, p. 1",
                ui.onFx(() -> Clipboard.getSystemClipboard().getString()));
        ui.click("#viewer-form");
        ui.waitForText("Pets are welcome in the garden.");
        assertFalse(ui.onFx(() -> isThere(".page-mark")));
    }

    private boolean isThere(String selector) {
        return ui.stage().getScene().lookup(selector) != null;
    }

    private static void writePdf(Path file, String... lines) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.setLeading(60);
                content.newLineAtOffset(70, 700);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            document.save(file.toFile());
        }
    }

    private void ask(String question) {
        ui.onFx(() -> {
            ui.model().chat().ask(question);
            return true;
        });
        ui.waitForAnswer();
    }

    private static InputMethodEvent composition(String composed, String committed) {
        List<InputMethodTextRun> runs =
                composed.isEmpty()
                        ? List.of()
                        : List.of(
                                new InputMethodTextRun(
                                        composed, InputMethodHighlight.UNSELECTED_RAW));
        return new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, runs, committed, 0);
    }
}
