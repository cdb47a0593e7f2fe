package org.fumikura.app.window;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.fumikura.app.fx.Appearance;
import org.fumikura.app.fx.FxThread;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.fx.Toolkit;
import org.fumikura.ui.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The desktop application's way in. It is not a JavaFX `Application`, so that the class path is
/// enough to start it.
public final class DesktopApp {
    /// The window was opened and closed.
    public static final int DONE = 0;

    /// There is no display, a desktop library is missing, or the services could not be opened.
    public static final int BROKEN = 3;

    private static final Logger LOG = LoggerFactory.getLogger(DesktopApp.class);
    private static final long SETTLING_SECONDS = 5;

    private DesktopApp() {}

    /// Opens the window and returns when it was closed.
    ///
    /// `opening` runs on a thread of its own while the toolkit starts. If it throws, a window says
    /// what is wrong and what to do. If no window can be shown, `err` is told.
    ///
    /// @param err takes lines for the terminal
    ///
    /// @return the process's exit code: [#DONE] or [#BROKEN]
    public static int run(Callable<WindowServices> opening, Consumer<String> err) {
        Locale system = Locale.getDefault(Locale.Category.DISPLAY);
        Messages messages = Messages.of(system);
        Optional<String> problem = DesktopCheck.problem(messages);
        if (problem.isPresent()) {
            err.accept(problem.get());
            return BROKEN;
        }
        CompletableFuture<WindowServices> services = open(opening);
        FxThread ui = new FxThread();
        CountDownLatch closed = new CountDownLatch(1);
        ExecutorService work =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("window-work").factory());
        try {
            Toolkit.start(Appearance::loadFonts);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("the toolkit did not start", e);
            err.accept(messages.get("desktop.toolkit-failed", String.valueOf(e.getMessage())));
            services.thenAccept(opened -> opened.release().run()).join();
            return BROKEN;
        }
        services.whenComplete((opened, fault) ->
                ui.execute(() -> {
                    if (opened != null) {
                        show(new Lanes(ui, work), opened, system, closed);
                    } else {
                        FailureWindow.show(messages, fault, closed::countDown);
                    }
                }));
        return finish(services, work, closed);
    }

    private static CompletableFuture<WindowServices> open(Callable<WindowServices> opening) {
        CompletableFuture<WindowServices> services = new CompletableFuture<>();
        Thread.ofPlatform()
                .name("opening")
                .start(() -> {
                    try {
                        services.complete(opening.call());
                    } catch (Exception e) {
                        services.completeExceptionally(e);
                    }
                });
        return services;
    }

    private static void show(
            Lanes lanes, WindowServices services, Locale system, CountDownLatch closed) {
        Stage stage = new Stage();
        MainWindow window = new MainWindow(stage, lanes, services, system);
        stage.setOnCloseRequest(event -> {
            event.consume();
            window.close();
            closed.countDown();
        });
        services.door()
                .ifPresent(door ->
                        door.answer(
                                new DoorKeeper(
                                        lanes.ui(),
                                        services.library(),
                                        services.collections(),
                                        window::toFront,
                                        () -> window.model().collections().refresh())));
        window.show();
    }

    private static int finish(
            CompletableFuture<WindowServices> services,
            ExecutorService work,
            CountDownLatch closed) {
        try {
            closed.await();
            work.shutdown();
            if (!work.awaitTermination(SETTLING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the window's work was not done in time");
            }
            services.get().release().run();
            return DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return BROKEN;
        } catch (ExecutionException e) {
            return BROKEN;
        } finally {
            Toolkit.stop();
        }
    }
}
