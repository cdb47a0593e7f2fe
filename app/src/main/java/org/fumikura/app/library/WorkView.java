package org.fumikura.app.library;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.Prose;
import org.fumikura.app.fx.View;
import org.fumikura.rag.library.FileProblem;
import org.fumikura.rag.library.WorkState;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// How far the library's work is and how long it will take, with buttons that hold or end it, or
/// take up what was stopped. Not there while there is neither.
final class WorkView extends View {
    private final LibraryViewModel model;
    private final Messages messages;
    private final ProgressBar progress = new ProgressBar();
    private final Label words = Prose.label("", Styles.MUTED);
    private final Button pause;
    private final Button goOn;
    private final Button stop;
    private final Button readStopped;
    private final VBox node = new VBox(8);

    WorkView(LibraryViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        WorkViewModel work = model.work();
        node.setId("work");
        readStopped =
                button("read-stopped", "work.read-stopped", Feather.REFRESH_CW, model::readStopped);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(messages.get("status.indexing"));
        words.setId("remaining");
        pause = button("pause", "work.pause", Feather.PAUSE, work::pause);
        goOn = button("go-on", "work.go-on", Feather.PLAY, work::goOn);
        stop = button("stop", "work.stop", Feather.SQUARE, work::stop);
        HBox buttons = new HBox(8, pause, goOn, stop, readStopped);
        buttons.setAlignment(Pos.CENTER_LEFT);
        // What is said comes and goes: the buttons above it stay where they are.
        node.getChildren().addAll(progress, buttons, words);
        keep(model.coverage().subscribe(_ -> show()));
        keep(work.state().subscribe(_ -> show()));
        keep(work.remaining().subscribe(_ -> show()));
    }

    @Override
    public Node node() {
        return node;
    }

    private Button button(String id, String key, Feather icon, Runnable action) {
        Button button = new Button(messages.get(key), new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.getStyleClass().add(atlantafx.base.theme.Styles.SMALL);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show() {
        WorkState state = model.work().state().get();
        boolean working = model.isWorking();
        boolean stopped =
                !working && model.coverage().get().problems().containsKey(FileProblem.Kind.STOPPED);
        progress.setProgress(model.coverage().get().progress());
        words.setText(WorkText.of(messages, model.work()));
        show(node, working || stopped);
        show(progress, working);
        show(words, working);
        show(pause, working && state == WorkState.WORKING);
        show(goOn, state == WorkState.PAUSED);
        show(stop, working);
        show(readStopped, stopped);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
