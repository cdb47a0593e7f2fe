package org.fumikura.app.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fumikura.app.fakes.Answers;
import org.fumikura.app.fakes.FakeAnswerer;
import org.fumikura.app.fakes.FakeCollections;
import org.fumikura.app.fakes.FakeComparisons;
import org.fumikura.app.fakes.FakeConversations;
import org.fumikura.app.fakes.FakeFeedback;
import org.fumikura.app.fakes.FakeLibrary;
import org.fumikura.app.fakes.FakeTasks;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.app.feedback.FeedbackViewModel;
import org.fumikura.app.task.TaskName;
import org.fumikura.app.task.TaskReading;
import org.fumikura.app.template.Templates;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.RagException;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.AnswerEvent;
import org.fumikura.rag.answer.Grounding;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.answer.Manner;
import org.fumikura.rag.answer.Question;
import org.fumikura.rag.chat.Conversation;
import org.fumikura.rag.chat.TurnFile;
import org.fumikura.rag.task.Task;
import org.fumikura.rag.task.TaskDocument;
import org.fumikura.rag.task.TaskEvent;
import org.fumikura.rag.task.TaskEvent.Extent;
import org.fumikura.rag.task.TaskEvent.Step;
import org.fumikura.rag.task.TaskResult;
import org.fumikura.ui.Messages;
import org.junit.jupiter.api.Test;

class ChatViewModelTest {
    private final ImmediateUi ui = new ImmediateUi();
    private boolean readingAhead = true;
    private final FakeAnswerer answerer = new FakeAnswerer();
    private final FakeConversations conversations = new FakeConversations();
    private final FakeCollections collections = new FakeCollections();
    private final List<Path> askedAbout = new ArrayList<>();
    private final FakeTasks tasks = new FakeTasks();
    private final FakeLibrary library = new FakeLibrary();
    private Optional<DocumentId> inView = Optional.empty();
    private final ConversationsViewModel list =
            new ConversationsViewModel(ui.lanes(), conversations);
    private final ChatViewModel chat =
            new ChatViewModel(
                    ui.lanes(),
                    new Asking(
                            answerer,
                            () -> readingAhead,
                            grounding -> new Manner(grounding, Optional.empty(), List.of())),
                    conversations,
                    new FeedbackViewModel(ui.lanes(), new FakeFeedback(), new FakeComparisons()),
                    list,
                    new ScopeViewModel(
                            ui.lanes(), collections, (scope, _) -> scope, askedAbout::addAll),
                    new Calls(
                            new ChatTasks(tasks, library, () -> Messages.of(Locale.ENGLISH)),
                            () -> Templates.NONE),
                    () -> inView);

    @Test
    void aTaskShowsItsProgressAndItsResultIsKept() {
        chat.ask("/outline The mill stands.");
        assertEquals(
                List.of(new Task.Outline(TaskDocument.ofText("The mill stands."))),
                tasks.started());
        TurnViewModel turn = chat.turns().getFirst();
        var progress = new TaskEvent.Progress(Step.READING, 3, 12);
        tasks.tell(progress);
        assertEquals(new TurnState.Working(progress), turn.state().get());
        assertTrue(chat.answering().get());

        tasks.tell(
                new TaskEvent.Finished(
                        new TaskResult.Written("Done.", 0), Extent.WHOLE, "", Duration.ZERO));
        var done = assertInstanceOf(TurnState.Done.class, turn.state().get());
        assertEquals("Done.", done.answer().text());
        assertEquals(List.of(new TurnFile(home("text-outline.md"), "Done.\n")), done.files());
        assertFalse(chat.answering().get());
        long id = list.open().get().orElseThrow().id();
        assertEquals(done.files(), conversations.turns(id).getFirst().files());
        chat.startNew();
        list.open(list.shown().getFirst());
        assertEquals(done, chat.turns().getFirst().state().get());
    }

    private static Path home(String name) {
        return Path.of(System.getProperty("user.home"), name);
    }

    @Test
    void aTaskWithoutADocumentSaysSoAndStartsNothing() {
        chat.ask("/summarize");
        assertEquals(
                new TurnState.Incomplete(TaskName.SUMMARIZE, TaskReading.Need.DOCUMENT),
                chat.turns().getFirst().state().get());
        assertEquals(List.of(), tasks.started());
        assertEquals(List.of(), list.shown());
        assertFalse(chat.answering().get());
    }

    @Test
    void aTaskIsStoppedLikeAnAnswer() {
        chat.ask("/outline The mill stands.");
        chat.stop();
        assertEquals(1, tasks.stopped());
    }

    @Test
    void questionWithoutConversationStartsOneNamedAfterIt() {
        chat.ask("How high is the deposit?");

        assertEquals(
                List.of("How high is the deposit?"),
                list.shown().stream().map(Conversation::title).toList());
        assertEquals(list.shown().getFirst().id(), list.open().get().orElseThrow().id());
        assertInstanceOf(ChatState.Talking.class, chat.state().get());
    }

    @Test
    void finishedAnswerIsKeptAtOnce() {
        chat.ask("How high is the deposit?");
        answerer.tell(new AnswerEvent.Finished(Answers.answered("How high is the deposit?")));

        long id = list.open().get().orElseThrow().id();
        assertEquals(1, conversations.turns(id).size());
        assertEquals(
                conversations.turns(id).getFirst().id(),
                chat.turns().getFirst().id().get().orElseThrow());
        assertFalse(chat.answering().get());
    }

    @Test
    void turnGoesThroughItsStates() {
        chat.ask("How high is the deposit?");
        TurnViewModel turn = chat.turns().getFirst();
        assertInstanceOf(TurnState.Searching.class, turn.state().get());

        answerer.tell(new AnswerEvent.Found(List.of(Answers.hit())));
        assertEquals(new TurnState.Reading(1), turn.state().get());

        answerer.tell(new AnswerEvent.Draft("The dep"));
        var sentence = Answers.supported("The deposit is 900 euros.", 1);
        var citation = Answers.citation(1, "The deposit is 900 euros.");
        answerer.tell(new AnswerEvent.Checked(sentence, List.of(citation)));
        assertEquals(
                new TurnState.Writing(List.of(sentence), List.of(citation), ""),
                turn.state().get());
    }

    @Test
    void wordsThatAreNotCheckedAreShownOnlyWhereTheModelMaySpeakFreely() {
        chat.ask("How high is the deposit?");
        answerer.tell(new AnswerEvent.Draft("The dep"));
        assertEquals(
                new TurnState.Writing(List.of(), List.of(), ""),
                chat.turns().getFirst().state().get());
        answerer.tell(new AnswerEvent.Finished(Answers.abstained("How high is the deposit?")));

        chat.choose(Grounding.OPEN);
        chat.ask("How high is it?");
        answerer.tell(new AnswerEvent.Draft("The dep"));
        assertEquals(
                new TurnState.Writing(List.of(), List.of(), "The dep"),
                chat.turns().getLast().state().get());
    }

    @Test
    void whatAnswersRestOnIsAConversationsOwn() {
        assertEquals(Grounding.STRICT, chat.grounding().get());
        chat.choose(Grounding.OPEN);
        chat.ask("first");
        answerer.tell(new AnswerEvent.Finished(Answers.answered("first")));
        assertEquals(Grounding.OPEN, answerer.asked().getLast().manner().grounding());

        chat.startNew();
        assertEquals(Grounding.STRICT, chat.grounding().get());
        chat.ask("second");
        answerer.tell(new AnswerEvent.Finished(Answers.answered("second")));
        chat.choose(Grounding.OPEN);
        chat.choose(Grounding.STRICT);

        list.refresh();
        list.open(list.shown().getLast());
        assertEquals(Grounding.OPEN, chat.grounding().get());
        list.open(list.shown().getFirst());
        assertEquals(Grounding.STRICT, chat.grounding().get());
    }

    @Test
    void aFollowUpGoesOnFromWhatTheOneBeforeWasUnderstoodAs() {
        chat.ask("And when is it paid?");
        answerer.tell(new AnswerEvent.Understood("When is the deposit paid?"));
        assertEquals("When is the deposit paid?", chat.turns().getLast().understood().get());
        answerer.tell(
                new AnswerEvent.Finished(
                        Answers.understood("And when is it paid?", "When is the deposit paid?")));
        chat.ask("And to whom?");
        assertEquals(
                "When is the deposit paid?",
                answerer.asked().getLast().history().getLast().question());
    }

    @Test
    void aQuotationIsTranslatedOnDemand() {
        List<Optional<String>> heard = new ArrayList<>();
        chat.translate("敷金は900ユーロです。", Language.ENGLISH, heard::add);
        assertEquals(List.of(Optional.of("en: 敷金は900ユーロです。")), heard);
    }

    @Test
    void draftIsReadAheadForAfterAPauseInTyping() {
        chat.draft().text().set("How high");
        chat.draft().text().set("How high is the");
        assertEquals(List.of(), answerer.drafts());
        ui.passTime();
        assertEquals(
                List.of("How high is the"),
                answerer.drafts().stream().map(Question::text).toList());
    }

    @Test
    void draftIsNotReadAheadForWhenItIsAskedOrShortOrUnwanted() {
        chat.draft().text().set("How");
        ui.passTime();
        chat.draft().text().set("How high is it?");
        chat.askDraft();
        ui.passTime();
        answerer.tell(new AnswerEvent.Finished(Answers.answered("How high is it?")));
        readingAhead = false;
        chat.draft().text().set("And when is it paid?");
        ui.passTime();
        assertEquals(List.of(), answerer.drafts());
    }

    @Test
    void draftOfAClosedWindowIsNotReadAheadFor() {
        chat.draft().text().set("How high is it?");
        chat.close();
        ui.passTime();
        assertEquals(List.of(), answerer.drafts());
    }

    @Test
    void onlyOneQuestionIsAnsweredAtATime() {
        chat.ask("first");
        chat.ask("second");
        assertEquals(1, answerer.asked().size());
    }

    @Test
    void emptyDraftIsNotAskedAndStays() {
        chat.draft().text().set("  \n");
        chat.askDraft();
        assertEquals(0, answerer.asked().size());

        chat.draft().text().set(" a question ");
        chat.askDraft();
        assertEquals("a question", answerer.asked().getFirst().text());
        assertEquals("", chat.draft().text().get());
    }

    @Test
    void followUpCarriesEarlierExchangesButNoRefusals() {
        chat.ask("first");
        answerer.tell(new AnswerEvent.Finished(Answers.answered("first")));
        chat.ask("second");
        answerer.tell(new AnswerEvent.Finished(Answers.abstained("second")));
        chat.ask("third");

        var history = answerer.asked().getLast().history();
        assertEquals(List.of("first"), history.stream().map(each -> each.question()).toList());
        assertEquals("prompt of first", history.getFirst().prompt());
    }

    @Test
    void questionAndDraftKeepToTheChosenCollection() {
        var lease = new DocumentId("a".repeat(64));
        collections.put("Lease", lease);
        collections.put("Taxes");
        chat.scope().refresh();
        assertEquals(List.of("Lease", "Taxes"), chat.scope().names());

        chat.scope().choose(Optional.of("Lease"));
        chat.draft().text().set("How high is it?");
        ui.passTime();
        chat.askDraft();
        Scope expected = new Scope.Documents(Set.of(lease));
        assertEquals(expected, answerer.drafts().getFirst().scope());
        assertEquals(expected, answerer.asked().getFirst().scope());
    }

    @Test
    void filesOfTheCollectionThatIsAskedAboutAreNamed() {
        Path lease = Path.of("/documents/lease.pdf");
        collections.put("Lease", List.of(lease));
        chat.scope().choose(Optional.of("Lease"));
        assertEquals(List.of(), askedAbout);

        chat.ask("How high is it?");
        assertEquals(List.of(lease), askedAbout);
    }

    @Test
    void nothingIsFoundInACollectionThatIsGoneUntilItIsNoticed() {
        collections.put("Lease", new DocumentId("a".repeat(64)));
        chat.scope().refresh();
        chat.scope().choose(Optional.of("Lease"));
        collections.delete("Lease");

        chat.ask("How high is it?");
        assertEquals(new Scope.Documents(Set.of()), answerer.asked().getFirst().scope());
        chat.scope().refresh();
        assertEquals(Optional.empty(), chat.scope().chosen().get());
    }

    @Test
    void stopIsPassedOn() {
        chat.ask("first");
        chat.stop();
        assertEquals(1, answerer.stops());
    }

    @Test
    void answerGoesOnWhileAnotherConversationIsOpen() {
        Conversation other = conversations.start("other", Grounding.STRICT);
        chat.ask("first");
        Conversation asked = list.open().get().orElseThrow();
        list.open(other);
        assertEquals(0, chat.turns().size());
        assertTrue(chat.answering().get());

        list.open(asked);
        assertEquals(1, chat.turns().size());
        list.open(other);
        answerer.tell(new AnswerEvent.Finished(Answers.answered("first")));

        assertEquals(1, conversations.turns(asked.id()).size());
        assertEquals(0, chat.turns().size());
    }

    @Test
    void failureIsShownAndNotKept() {
        chat.ask("first");
        answerer.tell(
                new AnswerEvent.Failed(
                        new RagException(RagException.Code.INDEX_BROKEN, "/somewhere")));

        assertInstanceOf(TurnState.Failed.class, chat.turns().getFirst().state().get());
        assertEquals(0, conversations.turns(list.open().get().orElseThrow().id()).size());
        assertFalse(chat.answering().get());
    }

    @Test
    void retryTakesThePlaceOfTheFailure() {
        chat.ask("first");
        answerer.tell(
                new AnswerEvent.Failed(
                        new RagException(RagException.Code.INDEX_BROKEN, "/somewhere")));
        chat.retry(chat.turns().getFirst());

        assertEquals(1, chat.turns().size());
        assertEquals(2, answerer.asked().size());
        assertEquals(1, conversations.list().size());
    }

    @Test
    void newConversationIsBlank() {
        chat.ask("first");
        answerer.tell(new AnswerEvent.Finished(Answers.answered("first")));
        chat.startNew();

        assertInstanceOf(ChatState.Blank.class, chat.state().get());
        assertEquals(0, chat.turns().size());
    }
}
