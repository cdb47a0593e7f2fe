package org.fumikura.inference.catalog;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the parts of one unfinished download wait, so that the next attempt goes on from there:
/// `<models folder>/.downloads/<id>`. On the models' own disk, so the finished file moves in one
/// step.
record DownloadFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadFolder.class);

    static DownloadFolder of(Path models, String id) {
        return new DownloadFolder(models.resolve(".downloads").resolve(id));
    }

    Path create() throws IOException {
        return Files.createDirectories(path);
    }

    /// The file that arrives, not yet checked.
    Path part(ModelEntry entry) {
        return path.resolve(entry.fileName() + ".part");
    }

    /// What identifies the version of the file that arrives.
    Path version(ModelEntry entry) {
        return path.resolve(entry.fileName() + ".etag");
    }

    /// Where wheels are kept.
    Path wheels() {
        return path.resolve("wheels");
    }

    /// Deletes all of it, and the folder of downloads when it was the last one.
    void delete() {
        try {
            FileUtils.deleteDirectory(path.toFile());
            Path all = path.getParent();
            if (all != null && Files.isDirectory(all)) {
                try (DirectoryStream<Path> others = Files.newDirectoryStream(all)) {
                    if (!others.iterator().hasNext()) {
                        Files.delete(all);
                    }
                }
            }
        } catch (IOException e) {
            LOG.warn("Leftovers of a download stay in {}", path);
        }
    }
}
