package org.fumikura.app.library;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.fumikura.ui.Messages;

/// Lets a person pick files or a folder with the desktop's own dialogs.
public final class FilePicker {
    private static final String ARCHIVE = "fumikura-library.zip";

    private final Messages messages;
    private final Runnable coming;

    /// @param coming is told when a person begins to look for files to add
    public FilePicker(Messages messages, Runnable coming) {
        this.messages = messages;
        this.coming = coming;
    }

    /// The files picked; none if the dialog was left.
    public List<Path> files(Window owner) {
        coming.run();
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("library.add-files"));
        List<File> files = chooser.showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    /// Where an exported library is to go; empty if the dialog was left.
    Optional<Path> exported(Window owner) {
        FileChooser chooser = archiveChooser("archive.export");
        chooser.setInitialFileName(ARCHIVE);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    /// An exported library; empty if the dialog was left.
    Optional<Path> archive(Window owner) {
        FileChooser chooser = archiveChooser("archive.import");
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    private FileChooser archiveChooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(messages.get("archive.kind"), "*.zip"));
        return chooser;
    }

    /// The folder picked; none if the dialog was left.
    public List<Path> folder(Window owner) {
        coming.run();
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.get("library.add-folder"));
        File folder = chooser.showDialog(owner);
        return folder == null ? List.of() : List.of(folder.toPath());
    }
}
