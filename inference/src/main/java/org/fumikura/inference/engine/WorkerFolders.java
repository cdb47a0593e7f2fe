package org.fumikura.inference.engine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The two folders of one worker: a short one for the socket, whose path may have little more than
/// a hundred characters, and one under the home for native libraries, because the temporary folder
/// may forbid running code and the runtime's loader deletes what it takes for its own there.
record WorkerFolders(Path socketFolder, Path nativeFolder) {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /// Creates both, open to nobody else.
    static WorkerFolders create(Path nativeHome) throws IOException {
        Files.createDirectories(nativeHome);
        Path sockets = Files.createTempDirectory("fk", ownerOnly());
        Path natives = Files.createTempDirectory(nativeHome, "worker-", ownerOnly());
        return new WorkerFolders(sockets, natives.toAbsolutePath());
    }

    Path socket() {
        return socketFolder.resolve("s");
    }

    void delete() {
        delete(socketFolder);
        delete(nativeFolder);
    }

    /// Deletes a flat folder as far as possible: Windows keeps a library that is still in use.
    static void delete(@Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Left for the system's own cleaning: nothing depends on it.
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
