package org.fumikura.rag.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.fumikura.rag.RagException;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.eval.SearchSetting.Name;
import org.fumikura.rag.eval.SettingComparison.Row;
import org.fumikura.rag.eval.SettingComparison.Table;
import org.fumikura.rag.feedback.JudgedPage;
import org.fumikura.rag.feedback.JudgedPage.Verdict;
import org.fumikura.rag.feedback.StoredQuestions;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.library.Database;
import org.fumikura.rag.library.LocalLibrary;
import org.fumikura.rag.parse.DocumentParsers;
import org.fumikura.rag.retrieve.HybridRetriever;
import org.fumikura.rag.retrieve.Recipe;
import org.fumikura.rag.retrieve.Retriever;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.ToyEmbedding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A question set over a real library: compared, moved, re-indexed, written out and read back.
class QuestionSetTest {
    @TempDir private Path home;
    @TempDir private Path documents;
    private final ToyEmbedding model = new ToyEmbedding();
    private Database database;
    private PassageIndex index;
    private LocalLibrary library;
    private StoredQuestions set;
    private boolean withModel = true;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(home.resolve("library.db"));
        index =
                LucenePassageIndex.open(
                        home.resolve("index"),
                        new IndexSettings("toy", model.dimension(), Chunker.VERSION));
        library =
                LocalLibrary.open(
                        database, index, new DocumentParsers(), () -> Optional.of(model), 1);
        set = new StoredQuestions(database);
        documents = documents.toRealPath();
        Files.writeString(documents.resolve("animals.txt"), "The feline sleeps on the porch.\n");
        Files.writeString(documents.resolve("harbour.txt"), "A vessel leaves at noon.\n");
        Files.writeString(documents.resolve("cat food.txt"), "The cat food shop opens at nine.\n");
        add(documents);
    }

    @AfterEach
    void close() {
        library.close();
        database.close();
    }

    private void add(Path path) {
        library.add(List.of(path)).meaning().orTimeout(60, TimeUnit.SECONDS).join();
    }

    private void right(String question, String file, String quote) {
        set.judge(question, new JudgedPage(documents.resolve(file), 1, quote, Verdict.RIGHT));
    }

    private SettingComparison comparison() {
        return new SettingComparison(library, this::retriever, () -> withModel);
    }

    private Retriever retriever(Recipe recipe) {
        return new HybridRetriever(index, () -> Optional.of(model), recipe);
    }

    private Table compare() {
        return comparison().run(set.all(), (_, _) -> {}, () -> false);
    }

    private static RankingMetrics metrics(Table table, Name name) {
        return table.rows().stream()
                .filter(row -> row.setting().name() == name)
                .map(Row::metrics)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void settingsDifferInWhatTheyFind() {
        right("noon boat", "harbour.txt", "A vessel leaves");
        right("kitten cat asleep", "animals.txt", "The feline sleeps");
        Table table = compare();
        assertEquals(2, table.questions());
        assertEquals(0, table.leftOut());
        assertEquals(SearchSetting.all().size(), table.rows().size());
        // "kitten cat asleep" has no word of the right page, and one of a wrong one.
        assertEquals(0.5, metrics(table, Name.WORDS).hit1(), 1e-9);
        assertEquals(1, metrics(table, Name.MEANING).hit5(), 1e-9);
        assertEquals(1, metrics(table, Name.STANDARD).hit5(), 1e-9);
    }

    @Test
    void withoutAModelOnlyWordsAreCompared() {
        right("noon boat", "harbour.txt", "A vessel leaves");
        withModel = false;
        assertEquals(
                List.of(Name.WORDS),
                compare().rows().stream().map(row -> row.setting().name()).toList());
    }

    @Test
    void filtersOfAQuestionHold() {
        right("cat type:pdf", "cat food.txt", "");
        assertEquals(0, metrics(compare(), Name.STANDARD).hit5(), 1e-9);
    }

    @Test
    void aPageIsFoundAgainAfterAnEditThatMovesIt() throws IOException {
        Path book = documents.resolve("book.md");
        Files.writeString(book, "# One\n\nThe shower lasts.\n");
        add(book);
        right("shower", "book.md", "The shower lasts.");
        Files.writeString(book, "# Zero\n\nWords before it.\n\n# One\n\nThe shower\nlasts.\n");
        Files.setLastModifiedTime(
                book,
                java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 5000));
        add(book);
        Table table = compare();
        assertEquals(1, table.questions());
        assertEquals(1, metrics(table, Name.WORDS).hit1(), 1e-9);
    }

    @Test
    void aMovedFileKeepsItsJudgements() throws IOException {
        right("noon", "harbour.txt", "A vessel leaves");
        Path moved = documents.resolve("port.txt");
        Files.move(documents.resolve("harbour.txt"), moved);
        add(documents);
        assertEquals(moved, set.all().getFirst().pages().getFirst().file());
        assertEquals(1, compare().questions());
    }

    @Test
    void aQuestionWhoseFileIsGoneIsLeftOut() {
        right("noon", "harbour.txt", "");
        right("nothing", "never-there.txt", "");
        set.judge("only wrong", new JudgedPage(documents.resolve("x"), 1, "", Verdict.WRONG));
        Table table = compare();
        assertEquals(1, table.questions());
        assertEquals(2, table.leftOut());
    }

    @Test
    void aComparisonCanBeStopped() {
        right("noon", "harbour.txt", "");
        List<Integer> heard = new ArrayList<>();
        assertThrows(
                CancellationException.class,
                () ->
                        comparison()
                                .run(
                                        set.all(),
                                        (done, total) -> heard.add(done),
                                        () -> heard.size() == 3));
        assertEquals(List.of(0, 1, 2), heard);
    }

    @Test
    void theFilesAreThoseOfAnEvaluationAndComeBackTheSame() {
        right("noon boat", "harbour.txt", "A vessel leaves");
        right("cat \"food\"", "cat food.txt", "The cat food shop");
        set.judge(
                "noon boat",
                new JudgedPage(documents.resolve("animals.txt"), 1, "", Verdict.WRONG));
        Path folder = home.resolve("questions");
        assertEquals(2, QuestionSetFiles.write(set.all(), library, folder));
        RetrievalSet read = RetrievalSet.read(folder);
        assertEquals(3, read.corpus().size());
        assertEquals(2, read.judged().size());
        try (var evaluation =
                RetrievalEvaluation.of(
                        read,
                        Optional.of(new RetrievalEvaluation.Embedder(model, model)),
                        (_, _) -> {})) {
            var result = evaluation.run(SearchMode.HYBRID, Recipe.STANDARD);
            assertEquals(1, result.metrics().hit1(), 1e-9);
        }

        try (Database other = Database.open(home.resolve("other.db"))) {
            var copy = new StoredQuestions(other);
            assertEquals(2, QuestionSetFiles.read(folder, copy));
            assertEquals(
                    set.all().stream().map(q -> q.text() + q.pages()).toList(),
                    copy.all().stream().map(q -> q.text() + q.pages()).toList());
        }
    }

    @Test
    void brokenFilesAreNamedAndNothingIsTakenOver() throws IOException {
        Path folder = Files.createDirectory(home.resolve("broken"));
        Files.writeString(folder.resolve("queries.jsonl"), "{\"id\":\"1\",\"text\":\"q\"}\n");
        Files.writeString(
                folder.resolve("qrels.tsv"), "1\tfile:///a.pdf#page=2\t1\n1\tdocument 7\t1\n");
        RagException fault =
                assertThrows(RagException.class, () -> QuestionSetFiles.read(folder, set));
        assertEquals(RagException.Code.EVALUATION_SET_BROKEN, fault.code());
        assertTrue(fault.detail().endsWith("qrels.tsv:2") || fault.detail().contains("qrels.tsv"));
        assertEquals(List.of(), set.all());
    }
}
