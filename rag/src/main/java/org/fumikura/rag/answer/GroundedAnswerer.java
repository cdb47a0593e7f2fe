package org.fumikura.rag.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.TokenCountEstimator;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.scoring.ScoringModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.chunk.SentenceSplitter;
import org.fumikura.rag.index.ContentTerms;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.retrieve.Retriever;

/// Retrieves, lets the model write from what was found, checks each sentence as it comes, and
/// abstains where nothing bears the answer out. Answers one question at a time; more wait their
/// turn.
public final class GroundedAnswerer implements Answerer, AutoCloseable {
    private final Retriever retriever;
    private final Function<DocumentId, Optional<Source>> sources;
    private final Supplier<WritingModel> model;
    private final AnswerSettings settings;
    private final ContentTerms terms = new ContentTerms();
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("answerer").daemon().factory());
    private final ReadingAhead readingAhead = new ReadingAhead(this::steps);

    /// @param sources the file of a document; passages of documents without one are passed over
    /// @param model the model that writes, asked for anew at each question; throws what the asker
    ///   should hear where there is none
    public GroundedAnswerer(
            Retriever retriever,
            Function<DocumentId, Optional<Source>> sources,
            Supplier<WritingModel> model,
            AnswerSettings settings) {
        this.retriever = retriever;
        this.sources = sources;
        this.model = model;
        this.settings = settings;
    }

    @Override
    public Pending ask(Question question, Consumer<AnswerEvent> listener) {
        readingAhead.forget();
        var answering = new Answering(question, listener, this::steps);
        thread.execute(answering);
        return answering;
    }

    @Override
    public CompletableFuture<Optional<String>> translate(String text, Language into) {
        readingAhead.forget();
        return CompletableFuture.supplyAsync(
                () -> Saying.of(model.get(), Translation.messages(text, into), Translation.TOKENS),
                thread);
    }

    @Override
    public void readAhead(Question draft) {
        readingAhead.follow(draft);
    }

    @Override
    public void close() {
        readingAhead.close();
        thread.shutdownNow();
        terms.close();
    }

    private Steps steps() {
        return new Steps(
                new Searching(retriever, sources, terms, settings.passages()),
                model,
                settings,
                terms,
                splitter,
                new EvidenceSelection(
                        terms,
                        splitter,
                        new WholeDocument(retriever::passages),
                        settings.evidenceTokens(),
                        settings.passageTokens()),
                new Relevance(terms));
    }

    /// A model that can write an answer.
    ///
    /// @param name shown with the answer
    /// @param temperature 0 for the likeliest words; above it the choice is freer
    /// @param tokens counts as this model does
    /// @param control what a streaming model cannot do by itself
    /// @param entailment tells, from 0 to 1, whether a sentence follows from a passage, in the
    ///   order of a scoring model's arguments; empty while there is no model of that kind
    /// @param calibrations how far its opinions can be trusted
    public record WritingModel(
            String name,
            StreamingChatModel chat,
            double temperature,
            TokenCountEstimator tokens,
            Control control,
            Supplier<Optional<ScoringModel>> entailment,
            Calibrations calibrations) {
        /// A model whose answers it checks itself.
        public WritingModel(
                String name,
                StreamingChatModel chat,
                double temperature,
                TokenCountEstimator tokens,
                Control control,
                Calibrations calibrations) {
            this(name, chat, temperature, tokens, control, Optional::empty, calibrations);
        }

        /// The same model, and one that looks at what it wrote.
        public WritingModel checkedBy(Supplier<Optional<ScoringModel>> other) {
            return new WritingModel(name, chat, temperature, tokens, control, other, calibrations);
        }

        /// The same model in its likeliest words.
        public WritingModel likeliest() {
            return new WritingModel(name, chat, 0, tokens, control, entailment, calibrations);
        }

        /// The same model, spoken to through another one of its own.
        public WritingModel through(StreamingChatModel other) {
            return new WritingModel(
                    name, other, temperature, tokens, control, entailment, calibrations);
        }
    }

    /// What can be done to a model beside asking it. From any thread.
    public interface Control {
        /// Ends what the model is writing, also before its first word; the handler then hears an
        /// error.
        void stop();

        /// Begins to read these messages, up to the end of the last one's text, in the background:
        /// a request that begins the same is answered sooner. Takes the place of an earlier one.
        void read(List<ChatMessage> messages);

        /// The same model with its replies held to a GBNF grammar, `root` first; empty where it
        /// cannot be.
        default Optional<StreamingChatModel> within(String grammar) {
            return Optional.empty();
        }

        /// The same model replying without a thought before; empty where it does not think, or
        /// cannot be kept from it.
        default Optional<StreamingChatModel> atOnce() {
            return Optional.empty();
        }

        /// How many tokens the model may take for thinking, beside those of its answer; 0 for one
        /// that does not think.
        default int thinkingTokens() {
            return 0;
        }

        /// How probable each of `replies` is as the beginning of the reply, from 0 to 1, in their
        /// order; empty where the model cannot tell. Waits for the model; not to be called from a
        /// handler of its answers.
        default Optional<List<Double>> probabilities(
                List<ChatMessage> messages, List<String> replies) {
            return Optional.empty();
        }
    }

    /// What an answer in the making works with.
    record Steps(
            Searching searching,
            Supplier<WritingModel> model,
            AnswerSettings settings,
            ContentTerms terms,
            SentenceSplitter splitter,
            EvidenceSelection selection,
            Relevance relevance) {
        /// What of `evidence` is read for `question`, in order: each time only if no answer came of
        /// what was read before.
        List<ChosenEvidence> readings(Question question, OfferedEvidence evidence) {
            return evidence.readings(
                    question.manner().cutsDown() && OnePlace.answers(question.words(), terms));
        }

        /// The prompt that asks `question` over `evidence`.
        Prompt prompt(Question question, List<EvidencePassage> evidence, WritingModel writing) {
            return Prompt.write(
                    question,
                    question.language(),
                    evidence,
                    writing.tokens(),
                    settings.promptTokens() - writing.control().thinkingTokens());
        }
    }
}
