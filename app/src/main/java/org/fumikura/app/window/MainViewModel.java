package org.fumikura.app.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fumikura.app.chat.Asking;
import org.fumikura.app.chat.Calls;
import org.fumikura.app.chat.ChatActions;
import org.fumikura.app.chat.ChatTasks;
import org.fumikura.app.chat.ChatViewModel;
import org.fumikura.app.chat.ConversationsViewModel;
import org.fumikura.app.chat.ScopeViewModel;
import org.fumikura.app.compare.CompareViewModel;
import org.fumikura.app.compare.Sides;
import org.fumikura.app.feedback.FeedbackViewModel;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.library.ArchiveViewModel;
import org.fumikura.app.library.CollectionsViewModel;
import org.fumikura.app.library.Coverage;
import org.fumikura.app.library.LibraryViewModel;
import org.fumikura.app.models.EndpointsViewModel;
import org.fumikura.app.models.ModelTuning;
import org.fumikura.app.models.ModelsViewModel;
import org.fumikura.app.note.NotesViewModel;
import org.fumikura.app.note.PauseChoice;
import org.fumikura.app.questions.QuestionsViewModel;
import org.fumikura.app.search.InspectionViewModel;
import org.fumikura.app.search.SearchActions;
import org.fumikura.app.search.SearchViewModel;
import org.fumikura.app.settings.AnswerLanguage;
import org.fumikura.app.settings.AppearanceViewModel;
import org.fumikura.app.settings.Principles;
import org.fumikura.app.settings.StoredTuning;
import org.fumikura.app.settings.TuningViewModel;
import org.fumikura.app.template.StoredTemplates;
import org.fumikura.app.template.TemplatesViewModel;
import org.fumikura.app.viewer.Place;
import org.fumikura.app.viewer.SystemViewer;
import org.fumikura.app.viewer.ViewerState;
import org.fumikura.app.viewer.ViewerViewModel;
import org.fumikura.inference.fit.MachineMemory;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Manner;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.ui.Messages;

/// The window's view models, joined. On the UI thread.
public final class MainViewModel implements ChatActions, SearchActions, AutoCloseable {
    private final Arrangement arrangement = new Arrangement();
    private final Lanes lanes;
    private final ConversationsViewModel conversations;
    private final TemplatesViewModel templates;
    private final ChatViewModel chat;
    private final SearchViewModel search;
    private final CompareViewModel comparing;
    private final NotesViewModel notes;
    private final InspectionViewModel inspection;
    private final QuestionsViewModel questions;
    private final ViewerViewModel viewer;
    private final LibraryViewModel library;
    private final CollectionsViewModel collections;
    private final ArchiveViewModel archive;
    private final ModelsViewModel models;
    private final EndpointsViewModel endpoints;
    private final AppearanceViewModel appearance;
    private final TuningViewModel tuning;
    private final WelcomeViewModel welcome;

    /// @param system the system's locale
    public MainViewModel(Lanes lanes, WindowServices services, Locale system) {
        this.lanes = lanes;
        templates = new TemplatesViewModel(lanes, new StoredTemplates(services.settings()));
        conversations = new ConversationsViewModel(lanes, services.conversations());
        chat =
                new ChatViewModel(
                        lanes,
                        new Asking(
                                services.answerer(),
                                services.mayReadAhead(),
                                grounding ->
                                        new Manner(
                                                grounding,
                                                AnswerLanguage.chosen(services.settings()).fixed(),
                                                Principles.chosen(services.settings()).applied())),
                        services.conversations(),
                        new FeedbackViewModel(lanes, services.feedback(), services.comparisons()),
                        conversations,
                        new ScopeViewModel(
                                lanes,
                                services.collections(),
                                services.library()::narrow,
                                services.library()::prefer),
                        new Calls(
                                new ChatTasks(services.tasks(), services.library(), this::messages),
                                () -> templates.templates().get()),
                        this::documentInView);
        Lanes patient = new Lanes(lanes.ui(), Thread::startVirtualThread);
        search =
                new SearchViewModel(
                        patient, services.search(), chat.scope(), services.mayEmbedDrafts());
        comparing =
                new CompareViewModel(
                        patient,
                        services.answerer(),
                        new Sides(chat.scope(), services.models(), services.settings()),
                        services.comparisons(),
                        chat.answering(),
                        new SplittableRandom());
        notes =
                new NotesViewModel(
                        lanes,
                        services.notes(),
                        services.proposing(),
                        new PauseChoice(lanes, services.settings(), services.mayReadAhead()),
                        chat.answering());
        inspection = new InspectionViewModel(patient, services.inspection(), chat.scope());
        questions =
                new QuestionsViewModel(
                        lanes,
                        patient,
                        services.questions(),
                        services.library(),
                        services.comparison());
        viewer =
                new ViewerViewModel(
                        lanes, services.library(), patient, services.pages(), this::openInSystem);
        library = new LibraryViewModel(lanes, services.library());
        collections =
                new CollectionsViewModel(
                        lanes,
                        services.collections(),
                        library::add,
                        chat.scope()::refresh,
                        library::report);
        archive =
                new ArchiveViewModel(
                        lanes.ui(), services.transfer(), () -> library.coverage().get().files());
        models = new ModelsViewModel(lanes, services.models());
        endpoints = new EndpointsViewModel(patient, services.endpoints(), models::refresh);
        appearance = new AppearanceViewModel(lanes, services.settings(), system);
        tuning =
                new TuningViewModel(
                        lanes,
                        new StoredTuning(
                                services.settings(),
                                ModelTuning.standard(MachineMemory.now().total())));
        welcome = new WelcomeViewModel(lanes, services.home().resolve("samples"), library, models);
        conversations.fault().subscribe(this::say);
        library.fault().subscribe(this::say);
        conversations.open().subscribe((_, _) -> arrangement.goTo(Workplace.ASKING));
        arrangement.workplace().subscribe(this::workplaceChanged);
        library.coverage().subscribe(this::libraryChanged);
        conversations.refresh();
    }

    /// What was in the middle stays as it is, but for two answers being written: they are given up,
    /// for the chosen model is to be the person's own again.
    private void workplaceChanged(Workplace before, Workplace now) {
        if (before == Workplace.COMPARING) {
            comparing.leave();
        }
        if (before == Workplace.NOTING) {
            notes.proposals().dismiss();
        }
        if (now == Workplace.COMPARING) {
            comparing.refresh();
        }
    }

    /// What is searchable now may be what was looked for in vain.
    private void libraryChanged(Coverage before, Coverage now) {
        if (before.searchable() != now.searchable()) {
            search.again();
        }
    }

    /// Two answers side by side.
    public CompareViewModel comparing() {
        return comparing;
    }

    /// The person's notes.
    public NotesViewModel notes() {
        return notes;
    }

    /// The texts of the window's language.
    private Messages messages() {
        return Messages.of(appearance.locale());
    }

    /// The document that is open on the right.
    private Optional<DocumentId> documentInView() {
        return arrangement.side().get() == SidePanel.VIEWER
                        && viewer.state().get() instanceof ViewerState.Showing showing
                ? Optional.of(showing.place().document())
                : Optional.empty();
    }

    public ConversationsViewModel conversations() {
        return conversations;
    }

    public ChatViewModel chat() {
        return chat;
    }

    public SearchViewModel search() {
        return search;
    }

    public InspectionViewModel inspection() {
        return inspection;
    }

    @Override
    public QuestionsViewModel questions() {
        return questions;
    }

    public ViewerViewModel viewer() {
        return viewer;
    }

    public LibraryViewModel library() {
        return library;
    }

    public CollectionsViewModel collections() {
        return collections;
    }

    public ArchiveViewModel archive() {
        return archive;
    }

    public ModelsViewModel models() {
        return models;
    }

    public EndpointsViewModel endpoints() {
        return endpoints;
    }

    public AppearanceViewModel appearance() {
        return appearance;
    }

    /// The person's templates of questions.
    public TemplatesViewModel templates() {
        return templates;
    }

    public TuningViewModel tuning() {
        return tuning;
    }

    public WelcomeViewModel welcome() {
        return welcome;
    }

    /// What the window shows where.
    public Arrangement arrangement() {
        return arrangement;
    }

    /// Turns to a new, empty conversation.
    public void startNew() {
        chat.startNew();
        arrangement.goTo(Workplace.ASKING);
    }

    /// Takes in what was dropped on the window: models among the models, all else into the library.
    public void drop(Collection<Path> paths) {
        List<Path> files = paths.stream().filter(path -> !isModel(path)).toList();
        if (!files.isEmpty()) {
            library.add(files);
            arrangement.show(SidePanel.LIBRARY);
        }
        List<Path> own = paths.stream().filter(MainViewModel::isModel).toList();
        if (!own.isEmpty()) {
            models.imports().add(own);
            arrangement.show(SidePanel.MODELS);
        }
    }

    private static boolean isModel(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gguf");
    }

    /// Stops the answer or the proposal one sees, or else closes the panel on the right, or else
    /// goes back to asking; but nobody leaves a note by that.
    public void escape() {
        boolean noting = arrangement.workplace().get() == Workplace.NOTING;
        if (arrangement.workplace().get() == Workplace.ASKING && chat.answering().get()) {
            chat.stop();
        } else if (noting && notes.proposals().dismiss()) {
            return;
        } else if (arrangement.side().get() != SidePanel.NONE) {
            arrangement.closeSide();
        } else if (!noting) {
            arrangement.goTo(Workplace.ASKING);
        }
    }

    @Override
    public void openPlaces(List<Place> together, int which) {
        viewer.open(together, which);
        library.prefer(List.of(together.get(which).file()));
        arrangement.show(SidePanel.VIEWER);
    }

    @Override
    public boolean isShowingPlaces() {
        return arrangement.side().get() == SidePanel.VIEWER;
    }

    @Override
    public void askInstead(String text) {
        chat.startNew();
        arrangement.goTo(Workplace.ASKING);
        chat.draft().text().set(text);
        chat.askDraft();
    }

    @Override
    public void inspect(String text, SearchMode mode) {
        inspection.inspect(text, mode);
        arrangement.show(SidePanel.INSPECTION);
    }

    @Override
    public void inspect(Answer answer) {
        inspection.inspect(answer);
        arrangement.show(SidePanel.INSPECTION);
    }

    @Override
    public void showQuestions() {
        arrangement.show(SidePanel.QUESTIONS);
    }

    @Override
    public void setUpModels() {
        arrangement.show(SidePanel.MODELS);
    }

    /// Ends what is under way and settles what waits.
    @Override
    public void close() {
        comparing.close();
        notes.close();
        chat.close();
        search.close();
        questions.close();
        archive.close();
        conversations.forgetDeleted();
        library.close();
        models.close();
    }

    private void say(Optional<RuntimeException> fault) {
        fault.ifPresent(found -> arrangement.say(new Notice.Failed(found)));
    }

    private void openInSystem(Place place) {
        lanes.fetch(
                () -> {
                    try {
                        SystemViewer.open(place.file());
                        return place;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                _ -> {},
                _ -> arrangement.say(new Notice.CannotOpen(place.file())));
    }
}
