package org.fumikura.tests.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.fumikura.app.Composition;
import org.fumikura.app.Home;
import org.fumikura.app.chat.TurnState;
import org.fumikura.app.fx.Appearance;
import org.fumikura.app.fx.FxThread;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.models.ModelSetup;
import org.fumikura.app.window.MainViewModel;
import org.fumikura.app.window.MainWindow;
import org.fumikura.app.window.WindowServices;
import org.fumikura.rag.answer.Answerer;
import org.fumikura.tests.endtoend.TestHome;
import org.fumikura.ui.Messages;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The main window over the real services of a home without models. Only the two that need a model
/// are put in their place; [#services] is where.
final class UiHarness implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Composition composition;
    private final FxRobot robot = new FxRobot();

    /// What a closed window still asks for is nobody's any more.
    private final ExecutorService work =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    new ThreadPoolExecutor.DiscardPolicy());

    private final Stage stage;
    private final MainWindow window;

    private UiHarness(Path home, Locale locale, Composition composition, ModelSetup models)
            throws Exception {
        FxToolkit.registerPrimaryStage();
        this.composition = composition;
        WindowServices services = services(home, models);
        stage = onFx(Stage::new);
        window =
                onFx(() -> {
                    Appearance.loadFonts();
                    return new MainWindow(stage, new Lanes(new FxThread(), work), services, locale);
                });
        onFx(() -> {
            window.show();
            stage.setWidth(1000);
            stage.setHeight(820);
            return true;
        });
    }

    /// A window in English whose models are ready.
    static UiHarness open(Path home) throws Exception {
        return open(home, Locale.ENGLISH, new InstalledModels());
    }

    /// A window in the system's language `locale`.
    static UiHarness open(Path home, Locale locale, ModelSetup models) throws Exception {
        var composition = Composition.open(new Home(home, home.resolve("models")));
        return new UiHarness(home, locale, composition, models);
    }

    /// A window whose models are the real small ones, all but the one that answers questions.
    static UiHarness withSmallModels(Path home, Locale locale) throws Exception {
        Composition composition = TestHome.open(home);
        return new UiHarness(home, locale, composition, composition.models());
    }

    private WindowServices services(Path home, ModelSetup models) {
        WindowServices real = composition.window();
        Answerer answerer = new QuotingAnswerer(real.library(), composition.retriever());
        return new WindowServices(
                home,
                real.library(),
                real.transfer(),
                real.collections(),
                real.search(),
                real.inspection(),
                real.mayEmbedDrafts(),
                real.pages(),
                answerer,
                real.tasks(),
                () -> true,
                real.conversations(),
                real.feedback(),
                real.questions(),
                real.comparison(),
                real.comparisons(),
                real.notes(),
                real.proposing(),
                real.settings(),
                models,
                real.endpoints(),
                real.door(),
                real.release());
    }

    FxRobot robot() {
        return robot;
    }

    MainViewModel model() {
        return window.model();
    }

    Stage stage() {
        return stage;
    }

    /// The texts of the language that is shown.
    Messages messages() {
        return Messages.of(onFx(() -> model().appearance().locale()));
    }

    /// Takes a folder in and waits until so many files are searchable.
    void add(Path folder, int files) {
        onFx(() -> {
            model().library().add(List.of(folder));
            return true;
        });
        waitFor("indexing", () -> model().library().coverage().get().searchable() == files);
    }

    /// Asks a question and waits for its answer.
    void ask(String question) {
        onFx(() -> {
            model().chat().ask(question);
            return true;
        });
        waitForAnswer();
    }

    /// Waits until the last question is answered.
    void waitForAnswer() {
        waitFor(
                "the answer",
                () ->
                        !model().chat().turns().isEmpty()
                                && model().chat().turns().getLast().state().get()
                                        instanceof TurnState.Done);
    }

    /// Clicks the first visible node that a CSS selector finds.
    void click(String selector) {
        waitFor(selector, () -> find(selector).isPresent());
        robot.clickOn(this.<Node>lookup(selector));
    }

    /// Whether a visible text of the window contains these words.
    boolean shows(String words) {
        return onFx(() -> new VisibleText(stage.getScene().getRoot()).contains(words));
    }

    /// Waits until something holds, looking at it on the FX thread.
    void waitFor(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE.toMillis(),
                    TimeUnit.MILLISECONDS,
                    () -> onFx(condition::getAsBoolean));
        } catch (TimeoutException e) {
            assertTrue(false, "waited in vain for: " + what);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until a visible text of the window contains these words.
    void waitForText(String words) {
        waitFor("the words " + words, () -> shows(words));
    }

    /// Runs on the FX thread and waits for the result.
    <T> T onFx(Supplier<T> supplier) {
        try {
            return WaitForAsyncUtils.asyncFx(supplier::get).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /// Writes what the window shows as PNG.
    void screenshot(Path file) throws IOException {
        WaitForAsyncUtils.waitForFxEvents(8);
        WritableImage image = onFx(() -> stage.getScene().snapshot(null));
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    }

    @Override
    public void close() throws Exception {
        onFx(() -> {
            window.close();
            return true;
        });
        work.shutdown();
        assertTrue(work.awaitTermination(10, TimeUnit.SECONDS), "the window's work ends");
        composition.close();
    }

    /// The first visible node that a CSS selector finds.
    Optional<Node> find(String selector) {
        return onFx(() ->
                stage.getScene().getRoot().lookupAll(selector).stream()
                        .filter(node -> node.isVisible() && !node.isDisabled())
                        .findFirst());
    }

    /// That node, which is there and of this type.
    @SuppressWarnings("unchecked")
    <T extends Node> T lookup(String selector) {
        return (T) find(selector).orElseThrow();
    }
}
