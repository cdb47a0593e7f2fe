package org.fumikura.app;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.fumikura.app.door.Door;
import org.fumikura.app.library.HomeTransfer;
import org.fumikura.app.models.LocalModels;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelState;
import org.fumikura.app.power.PowerSupply;
import org.fumikura.app.settings.ReadAhead;
import org.fumikura.app.settings.StoredOwnWords;
import org.fumikura.app.template.StoredTemplates;
import org.fumikura.app.window.WindowServices;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.answer.Answerer;
import org.fumikura.rag.answer.GroundedAnswerer;
import org.fumikura.rag.answer.Verification;
import org.fumikura.rag.chat.Conversations;
import org.fumikura.rag.chat.StoredConversations;
import org.fumikura.rag.eval.RetrievalEvaluation;
import org.fumikura.rag.eval.SettingComparison;
import org.fumikura.rag.feedback.Comparisons;
import org.fumikura.rag.feedback.FeedbackBook;
import org.fumikura.rag.feedback.QuestionSet;
import org.fumikura.rag.feedback.StoredComparisons;
import org.fumikura.rag.feedback.StoredFeedback;
import org.fumikura.rag.feedback.StoredQuestions;
import org.fumikura.rag.index.LucenePassageIndex;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.library.Database;
import org.fumikura.rag.library.EarlierVectors;
import org.fumikura.rag.library.Library;
import org.fumikura.rag.library.LibraryCollections;
import org.fumikura.rag.library.LibraryContents;
import org.fumikura.rag.library.LibraryEvent;
import org.fumikura.rag.library.LocalLibrary;
import org.fumikura.rag.library.Settings;
import org.fumikura.rag.library.Source;
import org.fumikura.rag.library.StoredCollections;
import org.fumikura.rag.library.StoredSettings;
import org.fumikura.rag.library.archive.LibraryImport;
import org.fumikura.rag.note.GroundedProposing;
import org.fumikura.rag.note.Notes;
import org.fumikura.rag.note.StoredNotes;
import org.fumikura.rag.parse.process.IsolatedParser;
import org.fumikura.rag.parse.process.ParseLimits;
import org.fumikura.rag.retrieve.CommonDirection;
import org.fumikura.rag.retrieve.ExplainingRetriever;
import org.fumikura.rag.retrieve.HybridRetriever;
import org.fumikura.rag.retrieve.Retriever;
import org.fumikura.rag.retrieve.TolerantRetriever;
import org.fumikura.rag.search.LibrarySearch;
import org.fumikura.rag.search.SearchInspection;
import org.fumikura.rag.task.DocumentTasks;
import org.fumikura.rag.task.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that runs, joined in one place: the library, the models, and what answers from both.
/// The window and the command line are given the same services.
///
/// Opening reads a few small files and starts no model: a model's process starts with its first
/// use.
public final class Composition implements ReadServices {
    private static final Logger LOG = LoggerFactory.getLogger(Composition.class);

    private final Home home;
    private final HomeLock lock;
    private final Database database;
    private final Settings settings;
    private final RagModels models;
    private final IsolatedParser parser;
    private final LocalLibrary library;
    private final LibraryCollections collections;
    private final CommonDirection common;
    private final ExplainingRetriever retriever;
    private final LibrarySearch search;
    private final SearchInspection inspection;
    private final GroundedAnswerer answerer;
    private final DocumentTasks tasks;
    private final GroundedProposing proposing;
    private final Conversations conversations;
    private final FeedbackBook feedback;
    private final QuestionSet questions;
    private final SettingComparison comparison;
    private Optional<Door> door = Optional.empty();

    private Composition(
            Home home,
            HomeLock lock,
            Database database,
            Settings settings,
            RagModels models,
            PassageIndex index) {
        this.home = home;
        this.lock = lock;
        this.database = database;
        this.settings = settings;
        this.models = models;
        this.parser = new IsolatedParser(ParseLimits.USUAL, home.fonts());
        this.library =
                LocalLibrary.open(
                        database, index, parser, models::passageEmbedder, ParseLimits.readers());
        this.collections = new StoredCollections(database);
        this.common = new CommonDirection(index, Optional.of(home.commonDirection()));
        this.retriever = models.retriever(index, common);
        this.search = new LibrarySearch(library, retriever);
        this.inspection = new SearchInspection(library, retriever, models.answerSettings());
        this.answerer = models.answerer(retriever, library::source);
        this.tasks = models.tasks();
        this.proposing = models.proposing(search);
        this.conversations =
                new StoredConversations(database, InstantSource.system(), models::forgetStates);
        this.feedback = new StoredFeedback(database, InstantSource.system());
        this.questions = new StoredQuestions(database);
        this.comparison =
                new SettingComparison(
                        library,
                        recipe ->
                                new TolerantRetriever(
                                        new HybridRetriever(
                                                index, models::queryEmbedder, recipe, common),
                                        index),
                        () -> models.queryEmbedder().isPresent());
        library.subscribe(event -> {
            if (event instanceof LibraryEvent.FileRemoved) {
                models.forgetStates();
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
            var models = new RagModels(home, settings);
            EarlierVectors.keep(database, home.index(), models.indexSettings());
            PassageIndex index = LucenePassageIndex.open(home.index(), models.indexSettings());
            return new Composition(home, lock, database, settings, models, index);
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
                LocalModels models = RagModels.models(home, new StoredSettings(database))) {
            return work.applyAsInt(models);
        }
    }

    @Override
    public LocalModels models() {
        return models.models();
    }

    @Override
    public LibraryContents contents() {
        return library;
    }

    /// The person's files.
    public Library library() {
        return library;
    }

    @Override
    public Optional<Library> working() {
        return Optional.of(library);
    }

    @Override
    public LibraryCollections collections() {
        return collections;
    }

    @Override
    public StoredTemplates templates() {
        return new StoredTemplates(settings);
    }

    /// The words that Japanese text is cut by beside the dictionary's.
    public StoredOwnWords ownWords() {
        return new StoredOwnWords(settings);
    }

    /// The disk space of database and index together.
    public long libraryBytes() {
        return FolderSize.of(home.index())
                + FolderSize.of(home.database())
                + FolderSize.of(home.writeAheadLog());
    }

    @Override
    public Retriever retriever() {
        return retriever;
    }

    @Override
    public LibrarySearch search() {
        return search;
    }

    @Override
    public SearchInspection inspection() {
        return inspection;
    }

    @Override
    public Answerer answerer() {
        return answerer;
    }

    @Override
    public Tasks tasks() {
        return tasks;
    }

    /// What the person thinks of answers.
    public FeedbackBook feedback() {
        return feedback;
    }

    /// The person's own questions with their right pages.
    public QuestionSet questions() {
        return questions;
    }

    /// Compares ways of searching on them.
    public SettingComparison comparison() {
        return comparison;
    }

    /// The comparisons of two answers that the person made.
    public Comparisons comparisons() {
        return new StoredComparisons(database, InstantSource.system());
    }

    /// The person's notes.
    public Notes notes() {
        return new StoredNotes(database, InstantSource.system());
    }

    /// The embedder as an evaluation takes it; empty while it is not on this machine.
    public Optional<RetrievalEvaluation.Embedder> evaluationEmbedder() {
        return models.evaluationEmbedder();
    }

    /// Answers as [#answerer()] does, from other passages than the library's. The caller closes it.
    public GroundedAnswerer answererFrom(
            PassageIndex passages, Function<DocumentId, Optional<Source>> sources) {
        return models.answerer(new HybridRetriever(passages, models::queryEmbedder), sources);
    }

    /// Checks sentences as those of an answer are checked. The caller closes it.
    public Verification verification() {
        return models.verification();
    }

    /// What the window works with. Takes up what an earlier run left unfinished, and again when the
    /// embedder has come, for files that were searchable by words only.
    public WindowServices window() {
        library.resume();
        library.follow();
        Thread.ofVirtual().start(this::prepareLibrary);
        Thread.ofVirtual().start(this::prepareSearch);
        models().subscribe(card -> {
            if (card.role() == ModelCard.Role.EMBEDDING
                    && card.state() instanceof ModelState.Installed) {
                library.resume();
            }
        });
        var power = PowerSupply.ofThisMachine();
        return new WindowServices(
                home.folder(),
                library,
                new HomeTransfer(library, home.folder(), home.scratch()),
                collections,
                search,
                inspection,
                models::embedsHere,
                parser,
                answerer,
                tasks,
                () -> models.staysHere() && ReadAhead.chosen(settings).allowed(power::onBattery),
                conversations,
                feedback,
                questions,
                comparison,
                comparisons(),
                notes(),
                proposing,
                settings,
                models(),
                models().remote(),
                openDoor(),
                this::close);
    }

    /// So that the first search of a session does not wait. It starts the embedder only where
    /// nothing is kept that is still good. Whoever opens an empty library will add something. Not
    /// where the window waits: a large one takes a while to list.
    private void prepareLibrary() {
        try {
            if (library.files().isEmpty()) {
                library.prepare();
            }
        } catch (RuntimeException fault) {
            // Whatever comes next meets the same fault and says so; or the program has ended.
            LOG.debug("Nothing was prepared: {}", fault.toString());
        }
    }

    private void prepareSearch() {
        try {
            models.queryEmbedder().ifPresent(common::prepare);
        } catch (RuntimeException fault) {
            // The first search comes to the same fault and says so; or the program has ended.
            LOG.debug("Search was not prepared: {}", fault.toString());
        }
    }

    private synchronized Optional<Door> openDoor() {
        door = Door.open(home.folder());
        return door;
    }

    /// Stops the work, keeps what is done, ends the models' processes.
    @Override
    public void close() {
        synchronized (this) {
            door.ifPresent(Door::close);
        }
        proposing.close();
        search.close();
        inspection.close();
        answerer.close();
        tasks.close();
        models.close();
        library.close();
        parser.close();
        database.close();
        lock.close();
    }
}
