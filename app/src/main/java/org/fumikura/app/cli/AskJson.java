package org.fumikura.app.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.fumikura.rag.Passage;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.answer.Citation;
import org.fumikura.rag.answer.Contradiction;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.answer.Statement;

/// What `ask --json` prints.
record AskJson(
        String question,
        @JsonProperty("searched_for") @JsonInclude(JsonInclude.Include.NON_EMPTY)
                String searchedFor,
        String answer,
        String language,
        boolean abstained,
        List<SentenceJson> sentences,
        @JsonProperty("left_out") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> leftOut,
        List<CitationJson> citations,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<List<StatementJson>> contradictions,
        List<PassageJson> passages,
        String model,
        TimingsJson timings) {
    static AskJson of(Answer answer) {
        return new AskJson(
                answer.question(),
                answer.searched(),
                answer.text(),
                answer.language().tag(),
                answer.verdict() == Answer.Verdict.ABSTAINED,
                answer.sentences().stream().map(SentenceJson::of).toList(),
                answer.remarks().leftOut().stream().map(AnswerSentence::text).toList(),
                answer.citations().stream().map(CitationJson::of).toList(),
                answer.remarks().contradictions().stream().map(StatementJson::both).toList(),
                answer.hits().stream().map(PassageJson::of).toList(),
                answer.model(),
                new TimingsJson(
                        answer.timings().retrieveMs(),
                        answer.timings().firstTokenMs(),
                        answer.timings().totalMs(),
                        answer.timings().promptTokens(),
                        answer.timings().cachedTokens(),
                        answer.timings().generatedTokens()));
    }

    /// @param support what the documents say of it: `supported`, `unsupported` or `none`
    /// @param basis `model` if it is the model's own knowledge, `partly` if the documents bear a
    ///   part of it out, which counts as unsupported
    /// @param notBorneOut the other parts
    record SentenceJson(
            String text,
            String support,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String basis,
            @JsonProperty("not_borne_out") @JsonInclude(JsonInclude.Include.NON_EMPTY)
                    List<String> notBorneOut,
            List<Integer> citations) {
        static SentenceJson of(AnswerSentence sentence) {
            String support =
                    switch (sentence.support()) {
                        case SUPPORTED -> "supported";
                        case PARTLY, UNSUPPORTED, OWN -> "unsupported";
                        case NONE -> "none";
                    };
            String basis =
                    switch (sentence.support()) {
                        case SUPPORTED, UNSUPPORTED, NONE -> "";
                        case PARTLY -> "partly";
                        case OWN -> "model";
                    };
            return new SentenceJson(
                    sentence.text(),
                    support,
                    basis,
                    sentence.unborne().stream().map(part -> part.of(sentence.text())).toList(),
                    sentence.citations());
        }
    }

    /// @param changed when the file was last changed, as ISO 8601 writes it
    record StatementJson(
            String document,
            String title,
            int page,
            int start,
            int end,
            String quote,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String changed) {
        static List<StatementJson> both(Contradiction contradiction) {
            return List.of(of(contradiction.one()), of(contradiction.other()));
        }

        private static StatementJson of(Statement statement) {
            return new StatementJson(
                    statement.file().toString(),
                    statement.title(),
                    statement.page(),
                    statement.span().start(),
                    statement.span().end(),
                    statement.text(),
                    statement.changed().map(Instant::toString).orElse(""));
        }
    }

    record CitationJson(
            int n, String document, String title, int page, int start, int end, String quote) {
        static CitationJson of(Citation citation) {
            return new CitationJson(
                    citation.number(),
                    citation.file().toString(),
                    citation.title(),
                    citation.page(),
                    citation.span().start(),
                    citation.span().end(),
                    citation.quote());
        }
    }

    record PassageJson(String document, int page, int start, int end, double score, String text) {
        static PassageJson of(Hit hit) {
            Passage passage = hit.ranked().passage();
            return new PassageJson(
                    hit.source().path().toString(),
                    passage.page(),
                    passage.span().start(),
                    passage.span().end(),
                    hit.ranked().score(),
                    passage.text());
        }
    }

    record TimingsJson(
            @JsonProperty("retrieve_ms") long retrieveMs,
            @JsonProperty("first_token_ms") long firstTokenMs,
            @JsonProperty("total_ms") long totalMs,
            @JsonProperty("prompt_tokens") int promptTokens,
            @JsonProperty("cached_tokens") int cachedTokens,
            @JsonProperty("generated_tokens") int generatedTokens) {}
}
