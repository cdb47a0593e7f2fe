package org.fumikura.app.window;

import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.fumikura.app.fx.Appearance;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.settings.Theme;
import org.fumikura.app.settings.WindowPlacement;
import org.fumikura.rag.library.Settings;
import org.fumikura.ui.Assets;
import org.fumikura.ui.Messages;
import org.jspecify.annotations.Nullable;

/// The main window. On the UI thread.
public final class MainWindow {
    private static final int WIDTH = 1240;
    private static final int HEIGHT = 820;

    private final Stage stage;
    private final Lanes lanes;
    private final Settings settings;
    private final MainViewModel model;
    private @Nullable MainView view;
    private Subscription subscriptions = Subscription.EMPTY;

    /// @param stage the window to fill; not yet shown
    /// @param system the system's locale
    public MainWindow(Stage stage, Lanes lanes, WindowServices services, Locale system) {
        this.stage = stage;
        this.lanes = lanes;
        this.settings = services.settings();
        model = new MainViewModel(lanes, services, system);
    }

    /// What the window shows and does.
    public MainViewModel model() {
        return model;
    }

    /// Shows the window where it was last.
    public void show() {
        place();
        ObservableValue<ColorScheme> desktop = Appearance.ofDesktop();
        subscriptions =
                Subscription.combine(
                        model.appearance().language().subscribe(_ -> build()),
                        model.appearance().theme().subscribe(_ -> dress()),
                        desktop.subscribe(_ -> dress()));
        Assets.icons().forEach(icon -> stage.getIcons().add(new Image(icon.toExternalForm())));
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        stage.show();
    }

    /// Brings the window to the front, also from the task bar.
    public void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /// Remembers where the window is, ends what is under way, and takes the window away. What the
    /// worker lane still has to do is its owner's to wait for.
    public void close() {
        subscriptions.unsubscribe();
        WindowPlacement placement =
                new WindowPlacement(
                        (int) stage.getX(),
                        (int) stage.getY(),
                        (int) stage.getWidth(),
                        (int) stage.getHeight(),
                        stage.isMaximized()
                                ? WindowPlacement.Extent.MAXIMIZED
                                : WindowPlacement.Extent.NORMAL);
        lanes.work().execute(() -> placement.remember(settings));
        model.close();
        if (view != null) {
            view.dispose();
        }
        stage.hide();
    }

    private void build() {
        MainView before = view;
        Messages messages = Messages.of(model.appearance().locale());
        MainView next = new MainView(model, messages, lanes.ui());
        view = next;
        stage.setTitle(messages.get("app.name"));
        Scene scene = stage.getScene();
        if (scene == null) {
            scene = new Scene(next.node());
            scene.getStylesheets().add(Assets.stylesheet().toExternalForm());
            stage.setScene(scene);
        } else {
            scene.setRoot(next.node());
        }
        if (before != null) {
            before.dispose();
        }
    }

    private void dress() {
        Theme theme = model.appearance().theme().get();
        Appearance.dress(
                switch (theme) {
                    case AUTO -> Appearance.ofDesktop().getValue();
                    case LIGHT -> ColorScheme.LIGHT;
                    case DARK -> ColorScheme.DARK;
                });
    }

    private void place() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        WindowPlacement.remembered(settings)
                // A screen that has gone must not take the window with it.
                .filter(last ->
                        !Screen.getScreensForRectangle(last.x() + 40, last.y() + 20, 100, 40)
                                .isEmpty())
                .ifPresent(last -> {
                    stage.setX(last.x());
                    stage.setY(last.y());
                    stage.setWidth(last.width());
                    stage.setHeight(last.height());
                    stage.setMaximized(last.extent() == WindowPlacement.Extent.MAXIMIZED);
                });
    }
}
