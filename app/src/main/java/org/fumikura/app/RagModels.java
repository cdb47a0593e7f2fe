package org.fumikura.app;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.models.LocalRuntime;
import org.fumikura.app.models.LocalScorer;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelTuning;
import org.fumikura.app.models.RemoteModels;
import org.fumikura.app.settings.StoredCalibrations;
import org.fumikura.app.settings.StoredChoices;
import org.fumikura.app.settings.StoredOwnWords;
import org.fumikura.app.settings.StoredTuning;
import org.fumikura.inference.catalog.EmbeddingTraits;
import org.fumikura.inference.catalog.ModelCatalog;
import org.fumikura.inference.catalog.ModelDownloader;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.ModelStore;
import org.fumikura.inference.catalog.RuntimeCatalog;
import org.fumikura.inference.catalog.RuntimeDownloader;
import org.fumikura.inference.catalog.RuntimeStore;
import org.fumikura.inference.engine.AnswerOptions;
import org.fumikura.inference.engine.Capability;
import org.fumikura.inference.engine.LocalChatModel;
import org.fumikura.inference.engine.LocalEmbeddingModel;
import org.fumikura.inference.engine.StateSeal;
import org.fumikura.inference.fit.MachineMemory;
import org.fumikura.inference.memory.RememberingChatModel;
import org.fumikura.inference.memory.StateFolder;
import org.fumikura.inference.remote.Endpoint;
import org.fumikura.inference.remote.EndpointStore;
import org.fumikura.inference.remote.RemoteChatModel;
import org.fumikura.inference.remote.RemoteTimeouts;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.answer.AnswerSettings;
import org.fumikura.rag.answer.Calibration;
import org.fumikura.rag.answer.Calibrations;
import org.fumikura.rag.answer.GroundedAnswerer;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.fumikura.rag.answer.Verification;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.eval.RetrievalEvaluation;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.OwnWords;
import org.fumikura.rag.index.PassageSearch;
import org.fumikura.rag.library.Settings;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.note.GroundedProposing;
import org.fumikura.rag.retrieve.CommonDirection;
import org.fumikura.rag.retrieve.ExplainingRetriever;
import org.fumikura.rag.retrieve.HybridRetriever;
import org.fumikura.rag.retrieve.Recipe;
import org.fumikura.rag.retrieve.RerankingRetriever;
import org.fumikura.rag.retrieve.Retriever;
import org.fumikura.rag.retrieve.TolerantRetriever;
import org.fumikura.rag.search.LibrarySearch;
import org.fumikura.rag.task.DocumentTasks;
import org.fumikura.rag.task.TaskSettings;
import org.jspecify.annotations.Nullable;

/// The models of this program, as retrieval and answers want them: here inference meets rag. May be
/// used from any thread.
final class RagModels implements AutoCloseable {
    /// About twenty conversations with the default model.
    private static final long STATES_BYTES = 512L << 20;

    private final Settings settings;
    private final ModelCatalog catalog = ModelCatalog.bundled();
    private final LocalModels models;
    private final Optional<EmbeddingModel> embedderElsewhere;
    private final StateFolder states;
    private @Nullable RememberingChatModel remembering;

    RagModels(Home home, Settings settings) {
        this.settings = settings;
        this.models = models(home, settings, catalog);
        this.embedderElsewhere =
                models.elsewhere(ModelCard.Role.EMBEDDING).map(models.remote()::embedder);
        this.states = new StateFolder(home.states(), STATES_BYTES, InstantSource.system());
    }

    /// The models alone.
    static LocalModels models(Home home, Settings settings) {
        return models(home, settings, ModelCatalog.bundled());
    }

    private static LocalModels models(Home home, Settings settings, ModelCatalog catalog) {
        var store = new ModelStore(home.models(), catalog);
        StoredTuning tuning = tuning(settings);
        // An answer's plan and the model's context are of one size as long as the program runs.
        int context = tuning.read().contextTokens();
        var runtimes = new RuntimeStore(home.models(), RuntimeCatalog.bundled());
        return new LocalModels(
                catalog,
                store,
                new ModelDownloader(store),
                new LocalRuntime(runtimes, new RuntimeDownloader(runtimes)),
                new RemoteModels(new EndpointStore(home.endpoints()), RemoteTimeouts.STANDARD),
                natives(home),
                new StoredChoices(settings),
                () -> tuning.read().withContextTokens(context));
    }

    /// In the home, which everybody else keeps out of; beside a home that may not be written to, in
    /// a temporary folder of this process's own.
    private static Path natives(Home home) {
        if (Files.notExists(home.folder()) || Files.isWritable(home.folder())) {
            return home.natives();
        }
        try {
            Path own = Files.createTempDirectory("fumikura-native");
            own.toFile().deleteOnExit();
            return own;
        } catch (IOException none) {
            return home.natives();
        }
    }

    private static StoredTuning tuning(Settings settings) {
        return new StoredTuning(settings, ModelTuning.standard(MachineMemory.now().total()));
    }

    LocalModels models() {
        return models;
    }

    /// Forgets what models have read of conversations.
    void forgetStates() {
        states.clear();
    }

    /// What an index has to be made for.
    IndexSettings indexSettings() {
        Optional<Endpoint> elsewhere = models.elsewhere(ModelCard.Role.EMBEDDING);
        if (elsewhere.isPresent()) {
            Endpoint endpoint = elsewhere.get();
            return indexSettings(endpoint.label(), endpoint.dimension());
        }
        ModelEntry embedder = models.chosen(ModelCard.Role.EMBEDDING);
        EmbeddingTraits traits = embedder.embedding().orElseThrow();
        return indexSettings(embedder.id(), traits.dimension());
    }

    private IndexSettings indexSettings(String embedder, int dimension) {
        OwnWords words = new StoredOwnWords(settings).read();
        return new IndexSettings(embedder, dimension, Chunker.VERSION, words);
    }

    /// Answers from what a retriever finds. The caller closes it, before this.
    GroundedAnswerer answerer(Retriever retriever, Function<DocumentId, Optional<Source>> sources) {
        return new GroundedAnswerer(retriever, sources, this::writingModel, answerSettings());
    }

    /// Does tasks on whole documents. The caller closes it, before this.
    DocumentTasks tasks() {
        return new DocumentTasks(
                this::taskModel, TaskSettings.within(tuning(settings).read().contextTokens()));
    }

    /// Proposes how notes go on, from what `search` finds. The caller closes it, before this.
    GroundedProposing proposing(LibrarySearch search) {
        return new GroundedProposing(search, this::taskModel);
    }

    /// The model that writes answers, without remembering what it read: nobody comes back to a part
    /// of a document, or to a note as it was.
    private WritingModel taskModel() {
        WritingModel writing = writingModel();
        return writing.chat() instanceof RememberingChatModel chat
                ? writing.through(chat.unremembered())
                : writing;
    }

    /// Checks sentences as those of an answer are checked. The caller closes it.
    Verification verification() {
        WritingModel writing =
                writingModel().checkedBy(models.scorer(ModelCard.Role.ENTAILMENT)::present);
        return Verification.by(writing, answerSettings());
    }

    /// How answers are made.
    AnswerSettings answerSettings() {
        AnswerSettings usual = AnswerSettings.LAPTOP;
        return new AnswerSettings(
                usual.passages(),
                usual.evidenceTokens(),
                usual.passageTokens(),
                tuning(settings).read().contextTokens(),
                usual.answerTokens());
    }

    /// The embedder as an evaluation takes it; empty while it is not on this machine.
    Optional<RetrievalEvaluation.Embedder> evaluationEmbedder() {
        return embedderElsewhere
                .map(model -> new RetrievalEvaluation.Embedder(model, model))
                .or(this::localEvaluationEmbedder);
    }

    private Optional<RetrievalEvaluation.Embedder> localEvaluationEmbedder() {
        return models.embedder()
                .map(model -> new RetrievalEvaluation.Embedder(model.queries(), model.passages()));
    }

    /// What embeds passages; empty while there is none.
    Optional<EmbeddingModel> passageEmbedder() {
        return embedderElsewhere.isPresent()
                ? embedderElsewhere
                : models.embedder().map(LocalEmbeddingModel::passages);
    }

    /// What embeds questions; empty while there is none.
    Optional<EmbeddingModel> queryEmbedder() {
        return embedderElsewhere.isPresent()
                ? embedderElsewhere
                : models.embedder().map(LocalEmbeddingModel::queries);
    }

    /// Search as people search: by words and by meaning, put in order by the reranker that the
    /// person chose, once that can answer, and less strict where nothing is found.
    ///
    /// @param index borrowed
    /// @param common of the same index; borrowed
    ExplainingRetriever retriever(PassageSearch index, CommonDirection common) {
        return new TolerantRetriever(
                new RerankingRetriever(
                        new HybridRetriever(index, this::queryEmbedder, Recipe.STANDARD, common),
                        models.scorer(ModelCard.Role.RERANK)::ready),
                index);
    }

    /// The model that writes answers, as it is chosen now.
    WritingModel writingModel() {
        LocalScorer entailment = models.scorer(ModelCard.Role.ENTAILMENT);
        // By the time there is an answer to check it will be there.
        entailment.ready();
        return chosenWriter().checkedBy(entailment::ready);
    }

    private WritingModel chosenWriter() {
        Optional<Endpoint> elsewhere = models.elsewhere(ModelCard.Role.CHAT);
        if (elsewhere.isPresent()) {
            RemoteChatModel chat = models.remote().chat(elsewhere.get());
            return new WritingModel(
                    elsewhere.get().label(),
                    chat,
                    temperature(),
                    chat.tokenCounts(),
                    new RemoteControl(chat),
                    // It tells no probabilities that could be weighed.
                    Calibrations.known(Calibration.NONE));
        }
        RememberingChatModel chat = remembering(models.chat());
        ModelEntry entry = models.chosen(ModelCard.Role.CHAT);
        return new WritingModel(
                entry.title(),
                chat,
                temperature(),
                chat.model().tokenCounts(),
                new ChatControl(chat, thinkingTokens()),
                calibrations(entry));
    }

    /// How far the opinions of a model can be trusted; an adapter makes another one of it.
    private Calibrations calibrations(ModelEntry entry) {
        Optional<Path> adapter = tuning(settings).read().adapter();
        boolean reference = entry.id().equals(catalog.defaults().chat()) && adapter.isEmpty();
        String model =
                entry.id() + "/" + entry.sizeBytes() + adapter.map(path -> "/" + path).orElse("");
        return reference
                ? Calibrations.known(Calibration.REFERENCE)
                : new StoredCalibrations(settings, model);
    }

    private synchronized RememberingChatModel remembering(LocalChatModel chat) {
        RememberingChatModel current = remembering;
        if (current != null && current.model().equals(chat)) {
            return current;
        }
        if (current != null) {
            current.close();
        }
        var fresh = new RememberingChatModel(chat, states, StateSeal.NONE);
        remembering = fresh;
        return fresh;
    }

    /// Half of the context, beside an answer's own room, leaves enough for evidence.
    private int thinkingTokens() {
        return tuning(settings).read().contextTokens() / 2;
    }

    private double temperature() {
        return tuning(settings).read().temperature();
    }

    /// Whether neither search nor answer leaves this machine: a half-typed question must not.
    boolean staysHere() {
        return embedderElsewhere.isEmpty() && models.elsewhere(ModelCard.Role.CHAT).isEmpty();
    }

    /// Whether questions are embedded on this machine.
    boolean embedsHere() {
        return embedderElsewhere.isEmpty();
    }

    /// Nothing is read ahead elsewhere, as [#staysHere()] says.
    private record RemoteControl(RemoteChatModel model) implements GroundedAnswerer.Control {
        @Override
        public void stop() {
            model.stop();
        }

        @Override
        public void read(List<ChatMessage> messages) {}
    }

    private record ChatControl(RememberingChatModel model, int thinking)
            implements GroundedAnswerer.Control {
        @Override
        public void stop() {
            model.model().stop();
        }

        @Override
        public void read(List<ChatMessage> messages) {
            model.read(messages);
        }

        @Override
        public Optional<StreamingChatModel> within(String grammar) {
            return model.model().can(Capability.GRAMMAR)
                    ? Optional.of(model.unremembered(AnswerOptions.DEFAULT.within(grammar)))
                    : Optional.empty();
        }

        @Override
        public Optional<StreamingChatModel> atOnce() {
            return model.model().can(Capability.THINKING)
                    ? Optional.of(model.unremembered(AnswerOptions.DEFAULT.atOnce()))
                    : Optional.empty();
        }

        @Override
        public int thinkingTokens() {
            return model.model().can(Capability.THINKING) ? thinking : 0;
        }

        @Override
        public Optional<List<Double>> probabilities(
                List<ChatMessage> messages, List<String> replies) {
            return model.model().can(Capability.PROBABILITIES)
                    ? Optional.of(model.probabilities(messages, replies))
                    : Optional.empty();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            if (remembering != null) {
                remembering.close();
            }
        }
        models.close();
    }
}
