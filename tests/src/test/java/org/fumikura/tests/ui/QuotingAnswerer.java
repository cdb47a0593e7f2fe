package org.fumikura.tests.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fumikura.rag.Passage;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.Alternative;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerEvent;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.Answerer;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.answer.Question;
import org.fumikura.rag.answer.Remarks;
import org.fumikura.rag.answer.Statement;
import org.fumikura.rag.answer.Timings;
import org.fumikura.rag.library.Library;
import org.fumikura.rag.retrieve.Retriever;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.SearchRequest;

/// Answers with the line of the best passage that shares most pairs of letters with the question,
/// cited, and with a sentence that nothing supports. A window's test needs an answer that is the
/// same every time; what real models write is tested elsewhere.
final class QuotingAnswerer implements Answerer {
    private static final Pattern ONE_OF_TWO =
            Pattern.compile(
                    "(?:, the )?(\\w+)(?: or the |と)(\\w+?)(?:\\?|のどちら)",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private final Library library;
    private final Retriever retriever;

    QuotingAnswerer(Library library, Retriever retriever) {
        this.library = library;
        this.retriever = retriever;
    }

    @Override
    public Pending ask(Question question, Consumer<AnswerEvent> listener) {
        CompletableFuture<Answer> answer =
                CompletableFuture.supplyAsync(() -> answer(question, listener));
        return new Pending() {
            @Override
            public CompletableFuture<Answer> answer() {
                return answer;
            }

            @Override
            public void stop() {}
        };
    }

    @Override
    public CompletableFuture<Optional<String>> translate(String text, Language into) {
        return CompletableFuture.completedFuture(Optional.of(into.tag() + ": " + text));
    }

    @Override
    public void readAhead(Question draft) {
        // A quotation needs no preparation.
    }

    private Answer answer(Question question, Consumer<AnswerEvent> listener) {
        var request = new SearchRequest(question.text(), SearchMode.LEXICAL, 5, question.scope());
        List<Hit> hits =
                retriever.retrieve(request).stream()
                        .flatMap(ranked ->
                                library
                                        .source(ranked.passage().id().document())
                                        .map(source -> new Hit(ranked, source))
                                        .stream())
                        .toList();
        listener.accept(new AnswerEvent.Found(hits));
        thoughts(question).ifPresent(all -> listener.accept(new AnswerEvent.Thought(all)));
        Answer answer = hits.isEmpty() ? refusal(question) : quotation(question, hits, listener);
        listener.accept(new AnswerEvent.Finished(answer));
        return answer;
    }

    /// It thinks about why something is so.
    private static Optional<String> thoughts(Question question) {
        if (question.text().startsWith("Why")) {
            return Optional.of(
                    "The person asks for a reason. The first passage gives one.\n\nI quote it.");
        }
        return question.text().startsWith("なぜ")
                ? Optional.of("理由を尋ねている。最初の箇所に理由がある。\n\nそのまま引用する。")
                : Optional.empty();
    }

    private static Answer quotation(
            Question question, List<Hit> hits, Consumer<AnswerEvent> listener) {
        Hit best = hits.getFirst();
        Citation citation = citation(question.text(), best);
        AnswerSentence sentence =
                new AnswerSentence(
                        "", citation.quote(), AnswerSentence.Support.SUPPORTED, List.of(1));
        AnswerSentence guess =
                new AnswerSentence(
                        "\n\n",
                        Language.of(question.text()) == Language.JAPANESE
                                ? "詳しくは担当者にお尋ねください。"
                                : "Somebody in charge will know more.",
                        AnswerSentence.Support.UNSUPPORTED,
                        List.of());
        listener.accept(new AnswerEvent.Draft(citation.quote()));
        listener.accept(new AnswerEvent.Checked(sentence, List.of(citation)));
        return answer(question, Answer.Verdict.ANSWERED, List.of(sentence, guess), citation, hits);
    }

    private static Citation citation(String question, Hit hit) {
        Passage passage = hit.ranked().passage();
        String best = passage.text();
        long most = -1;
        for (String line : passage.text().split("(?<=[.。])|\n", -1)) {
            long shared = shared(line, question);
            if (shared > most) {
                most = shared;
                best = line.strip();
            }
        }
        int start = passage.span().start() + passage.text().indexOf(best);
        return new Citation(
                1,
                passage.id(),
                hit.source().path(),
                hit.source().title(),
                passage.page(),
                new Span(start, start + best.length()),
                best);
    }

    /// Of a question for one of two each, with the line of the best passage that names it.
    private static List<Alternative> alternatives(Question question, List<Hit> hits) {
        Matcher two = ONE_OF_TWO.matcher(question.text());
        return two.find()
                ? Stream.of(two.group(1), two.group(2))
                        .map(name -> new Alternative(name, said(name, hits.getFirst())))
                        .toList()
                : List.of();
    }

    private static Optional<Statement> said(String name, Hit hit) {
        Citation line = citation(name, hit);
        return Optional.of(line)
                .filter(found -> found.quote().contains(name))
                .map(found ->
                        new Statement(
                                found.passage(),
                                found.file(),
                                found.title(),
                                found.page(),
                                found.span(),
                                found.quote(),
                                hit.source().changed()));
    }

    private static long shared(String line, String question) {
        return IntStream.range(0, question.length() - 1)
                .filter(i -> line.contains(question.substring(i, i + 2)))
                .count();
    }

    private static Answer refusal(Question question) {
        return new Answer(
                question.text(),
                "",
                "",
                Language.of(question.text()),
                Answer.Verdict.ABSTAINED,
                List.of(),
                List.of(),
                List.of(),
                "",
                new Timings(1, 0, 1, 0, 0, 0),
                "",
                "",
                Remarks.NONE);
    }

    private static Answer answer(
            Question question,
            Answer.Verdict verdict,
            List<AnswerSentence> sentences,
            Citation citation,
            List<Hit> hits) {
        return new Answer(
                question.text(),
                "",
                citation.quote() + " [1]",
                Language.of(question.text()),
                verdict,
                sentences,
                List.of(citation),
                hits,
                "Quotation",
                new Timings(2, 120, 800, 300, 0, 30),
                "prompt",
                citation.quote(),
                new Remarks(
                        "",
                        "",
                        List.of(),
                        List.of(),
                        alternatives(question, hits),
                        thoughts(question).orElse(""),
                        Optional.empty()));
    }
}
