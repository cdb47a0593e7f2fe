package org.fumikura.rag.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.fumikura.rag.RagException;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.search.SearchedLibrary;
import org.fumikura.rag.task.ReplyingModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundedProposingTest {
    @TempDir private Path home;
    @TempDir private Path documents;
    private SearchedLibrary open;

    @BeforeEach
    void openLibrary() throws IOException {
        open = SearchedLibrary.open(home);
        Files.writeString(
                documents.resolve("mill.md"),
                "# The mill\n\nThe mill was built in 1742 by the river Lune.");
        open.add(documents);
    }

    @AfterEach
    void closeLibrary() {
        open.close();
    }

    private Optional<Proposal> propose(ReplyingModel model, String before) {
        try (var proposing = new GroundedProposing(open.search(), model::model)) {
            return proposing.propose(before).proposal().join();
        }
    }

    @Test
    void sentenceGoesOnAsTheDocumentsSayWithItsSource() {
        var model = ReplyingModel.saying(_ -> "The mill was built in 1742. It is old.");
        Proposal proposal = propose(model, "About the mill. The mill was built ").orElseThrow();
        assertEquals("in 1742.", proposal.text());
        assertEquals(Support.SUPPORTED, proposal.support());
        assertEquals(documents.resolve("mill.md"), proposal.citations().getFirst().file());
        assertEquals(1, proposal.read().size());
        assertTrue(model.asked().getFirst().contains("built in 1742"), "the passage is read");
        assertEquals("root ::= \"The mill was built\" [^\\n]+\n", model.grammars().getFirst());
    }

    @Test
    void whatTheDocumentsDoNotSayIsMarked() {
        var model = ReplyingModel.saying(_ -> "The mill was built in 1901.");
        Proposal proposal = propose(model, "The mill was built").orElseThrow();
        assertEquals(" in 1901.", proposal.text());
        assertEquals(Support.UNSUPPORTED, proposal.support());
        assertEquals(List.of(), proposal.citations());
    }

    @Test
    void withoutWordsOrDocumentsNoModelIsAsked(@TempDir Path empty) {
        var model = ReplyingModel.saying(_ -> "Something.");
        assertEquals(Optional.empty(), propose(model, " \n"));
        try (SearchedLibrary nothing = SearchedLibrary.open(empty);
                var proposing = new GroundedProposing(nothing.search(), model::model)) {
            assertEquals(Optional.empty(), proposing.propose("The mill was").proposal().join());
        }
        assertEquals(List.of(), model.asked());
    }

    @Test
    void stoppedProposalEndsWithoutOne() {
        var model = ReplyingModel.perhapsSaying(_ -> Optional.empty());
        try (var proposing = new GroundedProposing(open.search(), model::model)) {
            Proposing.Pending pending = proposing.propose("The mill was built");
            Proposing.Pending behind = proposing.propose("The mill was");
            behind.stop();
            pending.stop();
            assertThrows(CancellationException.class, () -> pending.proposal().join());
            assertThrows(CancellationException.class, () -> behind.proposal().join());
        }
        assertTrue(model.asked().size() <= 1, "what waited is not begun");
    }

    @Test
    void missingModelIsTold() {
        try (var proposing =
                new GroundedProposing(
                        open.search(),
                        () -> {
                            throw new RagException(RagException.Code.CLOSED, "");
                        })) {
            var fault =
                    assertThrows(
                            CompletionException.class,
                            () -> proposing.propose("The mill was built").proposal().join());
            assertInstanceOf(RagException.class, fault.getCause());
        }
    }
}
