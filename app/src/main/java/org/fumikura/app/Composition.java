package org.fumikura.app;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.models.LocalRuntime;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelState;
import org.fumikura.app.models.ModelTuning;
import org.fumikura.app.models.RemoteModels;
import org.fumikura.app.power.PowerSupply;
import org.fumikura.app.settings.ReadAhead;
import org.fumikura.app.settings.StoredChoices;
import org.fumikura.app.settings.StoredTuning;
import org.fumikura.app.window.WindowServices;
import org.fumikura.inference.catalog.EmbeddingTraits;
import org.fumikura.inference.catalog.ModelCatalog;
import org.fumikura.inference.catalog.ModelDownloader;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.ModelStore;
import org.fumikura.inference.catalog.RuntimeCatalog;
import org.fumikura.inference.catalog.RuntimeDownloader;
import org.fumikura.inference.catalog.RuntimeStore;
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
import org.fumikura.rag.answer.Answerer;
import org.fumikura.rag.answer.GroundedAnswerer;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.fumikura.rag.answer.Verification;
import org.fumikura.rag.chat.Conversations;
import org.fumikura.rag.chat.StoredConversations;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.eval.RetrievalEvaluation;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.library.Database;
import org.fumikura.rag.library.Library;
import org.fumikura.rag.library.LibraryCollections;
import org.fumikura.rag.library.LibraryEvent;
import org.fumikura.rag.library.LocalLibrary;
import org.fumikura.rag.library.Settings;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.library.StoredCollections;
import org.fumikura.rag.library.StoredSettings;
import org.fumikura.rag.library.archive.LibraryImport;
import org.fumikura.rag.parse.process.IsolatedParser;
import org.fumikura.rag.parse.process.ParseLimits;
import org.fumikura.rag.retrieve.HybridRetriever;
import org.fumikura.rag.retrieve.Retriever;
import org.jspecify.annotations.Nullable;

/// Everything that runs, joined in one place: the library, the models, and what answers from both.
/// The window and the command line are given the same services.
///
/// Opening reads a few small files and starts no model: a model's process starts with its first
/// use.
public final class Composition implements AutoCloseable {
    /// About twenty conversations with the default model.
    private static final long STATES_BYTES = 512L << 20;

    private final Home home;
    private final HomeLock lock;
    private final Database database;
    private final Settings settings;
    private final LocalModels models;
    private final IsolatedParser parser = new IsolatedParser(ParseLimits.USUAL);
    private final LocalLibrary library;
    private final Optional<EmbeddingModel> embedderElsewhere;
    private final LibraryCollections collections;
    private final Retriever retriever;
    private final GroundedAnswerer answerer;
    private final Conversations conversations;
    private final StateFolder states;
    private @Nullable RememberingChatModel remembering;

    private Composition(
            Home home,
            HomeLock lock,
            Database database,
            Settings settings,
            LocalModels models,
            PassageIndex index) {
        this.home = home;
        this.lock = lock;
        this.database = database;
        this.settings = settings;
        this.models = models;
        this.embedderElsewhere =
                models.elsewhere(ModelCard.Role.EMBEDDING).map(models.remote()::embedder);
        int readers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.library = LocalLibrary.open(database, index, parser, this::passageEmbedder, readers);
        this.collections = new StoredCollections(database);
        this.retriever = new HybridRetriever(index, this::queryEmbedder);
        this.answerer =
                new GroundedAnswerer(
                        retriever, library::source, this::writingModel, answerSettings());
        this.states = new StateFolder(home.states(), STATES_BYTES, InstantSource.system());
        this.conversations =
                new StoredConversations(database, InstantSource.system(), states::clear);
        library.subscribe(event -> {
            if (event instanceof LibraryEvent.FileRemoved) {
                states.clear();
            }
        });
    }

    /// Opens a home, made if it is not there, after a library that was unpacked for it has moved
    /// in.
    ///
    /// @throws org.fumikura.rag.RagException `LIBRARY_IN_USE` if another process has it open;
    ///   `DATABASE_BROKEN`, `DISK_FULL`
    public static Composition open(Home home) {
        HomeLock lock = HomeLock.take(home.folder());
        try {
            new LibraryImport(home.folder()).takeUp();
            return open(home, lock, Database.open(home.database()));
        } catch (RuntimeException fault) {
            lock.close();
            throw fault;
        }
    }

    private static Composition open(Home home, HomeLock lock, Database database) {
        try {
            Settings settings = new StoredSettings(database);
            LocalModels models = models(home, settings);
            return new Composition(home, lock, database, settings, models, index(home, models));
        } catch (RuntimeException fault) {
            database.close();
            throw fault;
        }
    }

    /// Runs `work` with the models alone; the library may be open elsewhere meanwhile.
    ///
    /// @return what `work` returns
    public static int withModels(Home home, ToIntFunction<LocalModels> work) {
        try (Database database = Database.open(home.database());
                LocalModels models = models(home, new StoredSettings(database))) {
            return work.applyAsInt(models);
        }
    }

    private static LocalModels models(Home home, Settings settings) {
        ModelCatalog catalog = ModelCatalog.bundled();
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
                home.natives(),
                new StoredChoices(settings),
                () -> tuning.read().withContextTokens(context));
    }

    private static StoredTuning tuning(Settings settings) {
        return new StoredTuning(settings, ModelTuning.standard(MachineMemory.now().total()));
    }

    private AnswerSettings answerSettings() {
        AnswerSettings usual = AnswerSettings.LAPTOP;
        return new AnswerSettings(
                usual.passages(),
                usual.evidenceTokens(),
                usual.passageTokens(),
                tuning(settings).read().contextTokens(),
                usual.answerTokens());
    }

    private static PassageIndex index(Home home, LocalModels models) {
        Optional<Endpoint> elsewhere = models.elsewhere(ModelCard.Role.EMBEDDING);
        if (elsewhere.isPresent()) {
            Endpoint endpoint = elsewhere.get();
            return LucenePassageIndex.open(
                    home.index(),
                    new IndexSettings(endpoint.label(), endpoint.dimension(), Chunker.VERSION));
        }
        ModelEntry embedder = models.chosen(ModelCard.Role.EMBEDDING);
        EmbeddingTraits traits = embedder.embedding().orElseThrow();
        return LucenePassageIndex.open(
                home.index(),
                new IndexSettings(embedder.id(), traits.dimension(), Chunker.VERSION));
    }

    /// The models on this machine.
    public LocalModels models() {
        return models;
    }

    /// The person's files.
    public Library library() {
        return library;
    }

    /// The person's collections of files.
    public LibraryCollections collections() {
        return collections;
    }

    /// The disk space of database and index together.
    public long libraryBytes() {
        return FolderSize.of(home.index())
                + FolderSize.of(home.database())
                + FolderSize.of(home.writeAheadLog());
    }

    /// The embedder as an evaluation takes it; empty while it is not on this machine.
    public Optional<RetrievalEvaluation.Embedder> evaluationEmbedder() {
        return embedderElsewhere
                .map(model -> new RetrievalEvaluation.Embedder(model, model))
                .or(this::localEvaluationEmbedder);
    }

    private Optional<RetrievalEvaluation.Embedder> localEvaluationEmbedder() {
        return models.embedder()
                .map(model -> new RetrievalEvaluation.Embedder(model.queries(), model.passages()));
    }

    /// Finds passages in the library.
    public Retriever retriever() {
        return retriever;
    }

    /// Answers from the library.
    public Answerer answerer() {
        return answerer;
    }

    /// Answers as [#answerer()] does, from other passages than the library's. The caller closes it.
    public GroundedAnswerer answererFrom(
            PassageIndex passages, Function<DocumentId, Optional<Source>> sources) {
        return new GroundedAnswerer(
                new HybridRetriever(passages, this::queryEmbedder),
                sources,
                this::writingModel,
                answerSettings());
    }

    /// Checks sentences as those of an answer are checked. The caller closes it.
    public Verification verification() {
        return Verification.by(writingModel(), answerSettings());
    }

    /// What the window works with. Takes up what an earlier run left unfinished, and again when the
    /// embedder has come, for files that were searchable by words only.
    public WindowServices window() {
        library.resume();
        library.follow();
        models.subscribe(card -> {
            if (card.role() == ModelCard.Role.EMBEDDING
                    && card.state() instanceof ModelState.Installed) {
                library.resume();
            }
        });
        var power = PowerSupply.ofThisMachine();
        return new WindowServices(
                home.folder(),
                library,
                collections,
                parser,
                answerer,
                () -> staysHere() && ReadAhead.chosen(settings).allowed(power::onBattery),
                conversations,
                settings,
                models,
                models.remote(),
                this::close);
    }

    /// Stops the work, keeps what is done, ends the models' processes.
    @Override
    public void close() {
        answerer.close();
        synchronized (this) {
            if (remembering != null) {
                remembering.close();
            }
        }
        models.close();
        library.close();
        parser.close();
        database.close();
        lock.close();
    }

    private Optional<EmbeddingModel> passageEmbedder() {
        return embedderElsewhere.isPresent()
                ? embedderElsewhere
                : models.embedder().map(LocalEmbeddingModel::passages);
    }

    private Optional<EmbeddingModel> queryEmbedder() {
        return embedderElsewhere.isPresent()
                ? embedderElsewhere
                : models.embedder().map(LocalEmbeddingModel::queries);
    }

    private WritingModel writingModel() {
        Optional<Endpoint> elsewhere = models.elsewhere(ModelCard.Role.CHAT);
        if (elsewhere.isPresent()) {
            RemoteChatModel chat = models.remote().chat(elsewhere.get());
            return new WritingModel(
                    elsewhere.get().label(),
                    chat,
                    temperature(),
                    chat.tokenCounts(),
                    new RemoteControl(chat));
        }
        RememberingChatModel chat = remembering(models.chat());
        String name = models.chosen(ModelCard.Role.CHAT).title();
        return new WritingModel(
                name, chat, temperature(), chat.model().tokenCounts(), new ChatControl(chat));
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

    private double temperature() {
        return tuning(settings).read().temperature();
    }

    /// Whether neither search nor answer leaves this machine: a half-typed question must not.
    private boolean staysHere() {
        return embedderElsewhere.isEmpty() && models.elsewhere(ModelCard.Role.CHAT).isEmpty();
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

    private record ChatControl(RememberingChatModel model) implements GroundedAnswerer.Control {
        @Override
        public void stop() {
            model.model().stop();
        }

        @Override
        public void read(List<ChatMessage> messages) {
            model.read(messages);
        }

        @Override
        public Optional<List<Double>> probabilities(
                List<ChatMessage> messages, List<String> replies) {
            return model.model().can(Capability.PROBABILITIES)
                    ? Optional.of(model.probabilities(messages, replies))
                    : Optional.empty();
        }
    }
}
