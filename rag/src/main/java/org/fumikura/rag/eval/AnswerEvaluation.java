package org.fumikura.rag.eval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Answerer;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Question;
import org.fumikura.rag.eval.JudgedSentence.JudgedPassage;
import org.fumikura.rag.eval.RetrievalEvaluation.Embedder;
import org.fumikura.rag.eval.RetrievalEvaluation.Progress;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.library.Source;

/// Questions answered from passages given with them, as a person's questions are answered from the
/// library. All passages lie in a temporary index that [#close()] deletes; each question may look
/// at its own only. For one thread.
public final class AnswerEvaluation implements AutoCloseable {
    /// The figures of a set, from 0 to 1 but for the first and the last.
    ///
    /// @param accuracy share of the answerable questions whose answer contains a right one
    /// @param f1 mean over the answerable questions; what is refused counts 0
    /// @param citationPrecision share of the passages cited that hold the answer, over the
    ///   answerable questions
    /// @param citationRecall share of the passages that hold the answer that are cited, over the
    ///   answerable questions
    /// @param seconds wall time of answering
    public record Result(
            int questions,
            double accuracy,
            double f1,
            double citationPrecision,
            double citationRecall,
            double refusedUnanswerable,
            double refusedAnswerable,
            double seconds) {}

    private final List<JudgedAnswer> set;
    private final SetIndex texts;
    private final Map<DocumentId, String> ids;

    private AnswerEvaluation(List<JudgedAnswer> set, SetIndex texts, Map<DocumentId, String> ids) {
        this.set = set;
        this.texts = texts;
        this.ids = ids;
    }

    /// Indexes and embeds the passages of all questions.
    public static AnswerEvaluation of(
            List<JudgedAnswer> set, Embedder embedder, Progress progress) {
        // A passage is known by its text: the same one may come with several questions.
        Map<String, String> byText =
                set.stream()
                        .flatMap(asked -> asked.passages().stream())
                        .collect(
                                Collectors.toMap(
                                        JudgedPassage::text, JudgedPassage::id, (a, b) -> a));
        var corpus =
                new RetrievalSet(
                        "answers",
                        byText.keySet().stream()
                                .sorted()
                                .map(text -> new RetrievalSet.Text(text, "", text))
                                .toList(),
                        List.of(),
                        Map.of());
        Map<DocumentId, String> ids =
                byText.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        e -> SetIndex.passageId(e.getKey()).document(),
                                        Map.Entry::getValue));
        var texts = new SetIndex(corpus, embedder.passages().dimension());
        try {
            texts.embed(corpus, embedder.passages(), progress);
            return new AnswerEvaluation(set, texts, ids);
        } catch (RuntimeException e) {
            texts.close();
            throw e;
        }
    }

    /// Where the passages are.
    public PassageIndex index() {
        return texts.index();
    }

    /// What stands for a passage's document: its id in the set as the file, and no title, for the
    /// model could take an id for an answer.
    public Optional<Source> source(DocumentId document) {
        return Optional.ofNullable(ids.get(document)).map(id -> new Source(Path.of(id), ""));
    }

    /// Puts every question.
    ///
    /// @param answerer answers from [#index()] and [#source]
    /// @param heard hears each question with its answer, in order
    public Result run(Answerer answerer, BiConsumer<JudgedAnswer, Answer> heard) {
        long start = System.nanoTime();
        var figures = new ArrayList<AnswerFigures>();
        for (JudgedAnswer asked : set) {
            var question = new Question(asked.question(), scope(asked), List.of());
            Answer answer = answerer.ask(question, event -> {}).answer().join();
            figures.add(AnswerFigures.of(asked, answer, cited(asked, answer)));
            heard.accept(asked, answer);
        }
        return AnswerFigures.summary(figures, (System.nanoTime() - start) / 1e9);
    }

    private static Scope scope(JudgedAnswer asked) {
        return new Scope.Documents(
                asked.passages().stream()
                        .map(passage -> SetIndex.passageId(passage.text()).document())
                        .collect(Collectors.toSet()));
    }

    /// The set's ids of the passages cited.
    private Set<String> cited(JudgedAnswer asked, Answer answer) {
        Set<String> cited =
                answer.citations().stream()
                        .map(Citation::passage)
                        .map(texts::textId)
                        .collect(Collectors.toSet());
        return asked.passages().stream()
                .filter(passage -> cited.contains(passage.text()))
                .map(JudgedPassage::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public void close() {
        texts.close();
    }
}
