package org.fumikura.app.library;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fumikura.app.fx.IconButton;
import org.fumikura.app.text.FileText;
import org.fumikura.rag.library.FileProblem;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.ui.Messages;
import org.fumikura.ui.Styles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A file of the library: its name, its state in words, its progress or what is wrong with it.
final class FileCell extends ListCell<LibraryFile> {
    private static final double INDENT = 26;

    private final LibraryViewModel model;
    private final Messages messages;
    private final Label name = new Label();
    private final Label state = new Label();
    private final Label reason = new Label();
    private final Label twin = new Label();
    private final FontIcon icon = new FontIcon(Feather.FILE_TEXT);
    private final ProgressBar progress = new ProgressBar();
    private final IconButton retry;
    private final PasswordField password = new PasswordField();
    private final VBox row;

    FileCell(LibraryViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add(Styles.FILE);
        name.getStyleClass().add(Styles.FILE_NAME);
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        state.setMinWidth(0);
        reason.setWrapText(true);
        reason.setMinHeight(Label.USE_PREF_SIZE);
        reason.getStyleClass().add(Styles.MUTED);
        twin.setWrapText(true);
        twin.setMinHeight(Label.USE_PREF_SIZE);
        twin.getStyleClass().add(Styles.MUTED);
        progress.setMaxWidth(Double.MAX_VALUE);
        retry =
                new IconButton(
                        Feather.REFRESH_CW,
                        messages.get("library.retry"),
                        () -> model.retry(getItem()));
        password.setPromptText(messages.get("library.password"));
        password.setOnAction(_ -> {
            model.unlock(getItem(), password.getText());
            password.clear();
        });
        IconButton remove =
                new IconButton(
                        Feather.X,
                        messages.get("library.remove"),
                        () -> model.remove(List.of(getItem())));
        VBox words = new VBox(3, name, state);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(10, icon, words, retry, remove);
        line.setAlignment(Pos.TOP_LEFT);
        row = new VBox(5, line, reason, password, twin, progress);
        // Under the words, not under the icon.
        VBox.setMargin(reason, new Insets(0, 12, 0, INDENT));
        VBox.setMargin(password, new Insets(0, 12, 0, INDENT));
        VBox.setMargin(twin, new Insets(0, 12, 0, INDENT));
        VBox.setMargin(progress, new Insets(2, 12, 2, INDENT));
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LibraryFile file, boolean empty) {
        super.updateItem(file, empty);
        setText(null);
        if (empty || file == null) {
            setGraphic(null);
            password.clear();
            setTooltip(null);
            return;
        }
        name.setText(String.valueOf(file.path().getFileName()));
        state.setText(words(file));
        state.getStyleClass().setAll("label", style(file.state()));
        icon.setIconCode(icon(file.state()));
        icon.getStyleClass().setAll("ikonli-font-icon", style(file.state()));
        reason.setText(
                file.problem().isPresent()
                        ? FileText.problem(messages, file)
                        : FileText.quality(messages, file));
        show(reason, !reason.getText().isEmpty());
        twin.setText(
                model.duplicates()
                        .get()
                        .originalOf(file)
                        .map(path -> messages.get("library.duplicate-of", shortened(path, file)))
                        .orElse(""));
        show(twin, !twin.getText().isEmpty());
        progress.setProgress(Coverage.progress(file));
        show(progress, file.state() == FileState.READING || file.state() == FileState.SEARCHABLE);
        show(password, isLocked(file));
        show(retry, file.state() == FileState.PROBLEM);
        setTooltip(new Tooltip(file.path().toString()));
        setAccessibleText(
                String.join(
                        " ",
                        name.getText() + ",",
                        state.getText(),
                        reason.getText(),
                        twin.getText()));
        setGraphic(row);
    }

    // A labelled cell asks for its graphic's height without a width, which is wrong for text that
    // wraps.
    @Override
    protected double computePrefHeight(double width) {
        return isEmpty() || width <= 0
                ? super.computePrefHeight(width)
                : snappedTopInset()
                        + row.prefHeight(width - snappedLeftInset() - snappedRightInset())
                        + snappedBottomInset();
    }

    private String words(LibraryFile file) {
        String words = FileText.state(messages, file);
        return Coverage.isSearchable(file)
                ? messages.get("library.state-and-pages", words, file.pages())
                : words;
    }

    /// The other file by its name, and by its path if the names are the same.
    private static String shortened(Path other, LibraryFile file) {
        Path name = other.getFileName();
        return name.equals(file.path().getFileName()) ? other.toString() : name.toString();
    }

    private static boolean isLocked(LibraryFile file) {
        return file.quality().lockedParts() > 0 || file.has(FileProblem.Kind.NEEDS_PASSWORD);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static String style(FileState state) {
        return switch (state) {
            case QUEUED, READING, SEARCHABLE -> Styles.STATE_BUSY;
            case READY -> Styles.STATE_GOOD;
            case PROBLEM -> Styles.STATE_BAD;
        };
    }

    private static Feather icon(FileState state) {
        return switch (state) {
            case QUEUED -> Feather.CLOCK;
            case READING -> Feather.BOOK_OPEN;
            case SEARCHABLE -> Feather.SEARCH;
            case READY -> Feather.CHECK_CIRCLE;
            case PROBLEM -> Feather.ALERT_TRIANGLE;
        };
    }
}
