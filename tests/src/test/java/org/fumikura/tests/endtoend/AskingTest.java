package org.fumikura.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.fumikura.app.Composition;
import org.fumikura.rag.Document;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerEvent;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.answer.Question;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From files to answers, with a chat model too small to be wise: what is tested is what holds
/// whatever the model writes.
@TestInstance(Lifecycle.PER_CLASS)
class AskingTest {
    private final Composition services;
    private final Path folder;
    private final List<LibraryFile> added;

    AskingTest(@TempDir Path home, @TempDir Path documents) throws IOException {
        folder = documents.toRealPath();
        writeDocuments(folder);
        services = TestHome.open(home);
        added = TestHome.add(services, folder).files();
    }

    @AfterAll
    void close() {
        services.close();
    }

    private static void writeDocuments(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("bees.md"),
                """
                # The beehives on the roof

                ## Harvest

                The honey is harvested twice a year, in June and in September. Each hive gives about 12 kilograms.

                ## Care

                Mrs. Okonkwo feeds the bees with sugar syrup in November. Visitors keep a distance of 3 metres.
                """);
        Files.writeString(
                folder.resolve("ferry.txt"),
                """
                Ferry timetable

                The first ferry to Harrow Island leaves at 6:40 in the morning. The crossing takes 25 minutes.
                Bicycles travel free of charge. Dogs need a ticket for 2 euros.
                """);
        Files.writeString(
                folder.resolve("oven.html"),
                """
                <html><head><title>Oven manual</title></head><body>
                <h1>Cleaning</h1><p>Run the pyrolysis programme at 480 degrees every three months.</p>
                <h1>Warranty</h1><p>The warranty covers the heating element for five years.</p>
                </body></html>
                """);
        Files.writeString(
                folder.resolve("図書室の規則.md"),
                """
                # 図書室の規則

                本は一度に五冊まで借りられます。貸出期間は二週間です。

                延滞した場合は、返却するまで新しい本を借りられません。
                """);
        Pdfs.write(
                folder.resolve("research.pdf"),
                List.of(
                        List.of(
                                "Annual report of the tidal station",
                                "",
                                "This report covers one year of measurements."),
                        List.of(
                                "The turbine was replaced in March by Halvorsen Marine.",
                                "The new turbine delivers 340 kilowatts."),
                        List.of("Seals were counted on 41 days of the year.")));
        Pdfs.write(
                folder.resolve("避難訓練.pdf"),
                List.of(
                        List.of("避難訓練のお知らせ", "今年の避難訓練は十月に行います。"),
                        List.of("集合場所は第二校庭の南門です。", "雨の場合は体育館に集合してください。")));
    }

    @Test
    void everyFormatBecomesReady() {
        assertEquals(6, added.size());
        for (LibraryFile file : added) {
            assertEquals(FileState.READY, file.state(), file.toString());
            assertTrue(file.passages() > 0);
            assertEquals(file.passages(), file.embedded());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How often is the honey harvested?|bees.md|1",
                "When does the first ferry to Harrow Island leave?|ferry.txt|1",
                "How long is the warranty of the heating element?|oven.html|1",
                "How many kilowatts does the new turbine deliver?|research.pdf|2",
                "本は一度に何冊まで借りられますか。|図書室の規則.md|1",
                "避難訓練の集合場所はどこですか。|避難訓練.pdf|2"
            })
    void theRightPageIsFoundFirstAndTheAnswerHolds(String given) {
        String[] parts = given.split("\\|", -1);
        Answer answer = TestHome.ask(services, parts[0]);
        Hit best = answer.hits().getFirst();
        assertEquals(folder.resolve(parts[1]), best.source().path());
        assertEquals(Integer.parseInt(parts[2]), best.ranked().passage().page());
        assertHolds(answer);
    }

    @Test
    void aQuestionInTheOtherLanguageFindsThePassage() {
        Answer answer = TestHome.ask(services, "Where do people gather in the evacuation drill?");
        assertTrue(
                answer.hits().stream()
                        .limit(3)
                        .anyMatch(hit -> hit.source().path().endsWith("避難訓練.pdf")),
                answer.hits().toString());
        assertHolds(answer);
    }

    @Test
    void eventsComeInTheirOrderAndAddUpToTheAnswer() {
        List<AnswerEvent> events = Collections.synchronizedList(new ArrayList<>());
        Answer answer =
                services.answerer()
                        .ask(
                                new Question(
                                        "How heavy is the harvest of each hive?",
                                        Scope.EVERYTHING,
                                        List.of()),
                                events::add)
                        .answer()
                        .join();
        assertEquals(new AnswerEvent.Found(answer.hits()), events.getFirst());
        assertEquals(new AnswerEvent.Finished(answer), events.getLast());
        int writing = events.indexOf(new AnswerEvent.CheckedByWords()) + 1;
        assertTrue(writing > 0, "so small a model cannot judge, which is said");
        for (AnswerEvent event : events.subList(1, writing - 1)) {
            assertInstanceOf(AnswerEvent.Trying.class, event);
        }
        for (AnswerEvent event : events.subList(writing, events.size() - 1)) {
            assertTrue(
                    event instanceof AnswerEvent.Draft || event instanceof AnswerEvent.Checked,
                    event.toString());
        }
        if (answer.verdict() == Answer.Verdict.ANSWERED) {
            List<AnswerSentence> checked =
                    events.stream()
                            .filter(AnswerEvent.Checked.class::isInstance)
                            .map(event -> ((AnswerEvent.Checked) event).sentence())
                            .toList();
            // Only what says the same as the documents, word by word, is told beforehand.
            for (AnswerSentence sentence : checked) {
                assertEquals(AnswerSentence.Support.SUPPORTED, sentence.support());
            }
        }
    }

    @Test
    void anAnswerKeepsToItsScope() {
        Scope ferry = services.library().scopeOf(List.of(folder.resolve("ferry.txt")));
        Answer answer =
                services.answerer()
                        .ask(
                                new Question("How often is the honey harvested?", ferry, List.of()),
                                event -> {})
                        .answer()
                        .join();
        assertTrue(
                answer.hits().stream().allMatch(hit -> hit.source().path().endsWith("ferry.txt")),
                answer.hits().toString());
        assertHolds(answer);
    }

    @Test
    void aStoppedAnswerEndsAndTheNextOneIsMade() {
        var pending =
                services.answerer()
                        .ask(
                                new Question(
                                        "Tell me everything about the tidal station.",
                                        Scope.EVERYTHING,
                                        List.of()),
                                event -> {});
        pending.stop();
        assertEquals(Answer.Verdict.STOPPED, pending.answer().join().verdict());
        assertHolds(TestHome.ask(services, "How much is a dog's ticket?"));
    }

    /// What is true of every answer, whatever the model wrote.
    private void assertHolds(Answer answer) {
        assertFalse(answer.hits().isEmpty());
        answer.hits().forEach(hit -> assertIsInItsDocument(hit.ranked().passage()));
        for (int i = 0; i < answer.citations().size(); i++) {
            Citation citation = answer.citations().get(i);
            assertEquals(i + 1, citation.number());
            Document document = document(citation.passage().document());
            assertEquals(citation.quote(), citation.span().of(document.text()));
            assertTrue(document.pages().get(citation.page() - 1).span().contains(citation.span()));
            assertTrue(Files.exists(citation.file()));
        }
        var cited = new HashSet<Integer>();
        for (AnswerSentence sentence : answer.sentences()) {
            boolean borneOut =
                    switch (sentence.support()) {
                        case SUPPORTED, PARTLY -> true;
                        case UNSUPPORTED, OWN, NONE -> false;
                    };
            assertEquals(borneOut, !sentence.citations().isEmpty(), sentence.toString());
            cited.addAll(sentence.citations());
        }
        assertEquals(answer.citations().size(), cited.size());
        boolean supported =
                answer.sentences().stream().anyMatch(s -> s.support() == Support.SUPPORTED);
        assertEquals(
                supported ? Answer.Verdict.ANSWERED : Answer.Verdict.ABSTAINED, answer.verdict());
        if (!supported) {
            assertEquals("", answer.text());
            assertTrue(answer.citations().isEmpty());
        }
    }

    private void assertIsInItsDocument(Passage passage) {
        Document document = document(passage.id().document());
        assertEquals(passage.text(), passage.span().of(document.text()));
        assertTrue(document.pages().get(passage.page() - 1).span().contains(passage.span()));
    }

    private Document document(DocumentId id) {
        Optional<Document> found = services.library().document(id);
        return found.orElseThrow();
    }
}
