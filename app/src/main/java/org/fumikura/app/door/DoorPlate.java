package org.fumikura.app.door;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// The file `door` in a home, which says where the window's socket is. The socket lies in a
/// temporary folder that only its owner can enter: a path in a home is often longer than a socket's
/// may be, and a home may lie on a drive that has no sockets.
record DoorPlate(Path file) {
    private static final String FOLDER = "fumikura-door";
    private static final String SOCKET = "s";

    static DoorPlate of(Path home) {
        return new DoorPlate(home.resolve("door"));
    }

    /// A new place for a socket.
    static Path place() throws IOException {
        return Files.createTempDirectory(FOLDER, ownerOnly()).resolve(SOCKET);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    void write(Path socket) throws IOException {
        Files.writeString(file, socket.toString());
    }

    /// Where the socket is, or was when its window was killed.
    Optional<Path> read() {
        try {
            return Optional.of(Path.of(Files.readString(file).strip()))
                    .filter(socket -> socket.endsWith(SOCKET));
        } catch (IOException | InvalidPathException none) {
            return Optional.empty();
        }
    }

    /// Takes away the plate and the socket it names, as far as they are there.
    void takeAway() {
        read().ifPresent(socket -> {
            Path folder = socket.getParent();
            if (folder != null && String.valueOf(folder.getFileName()).startsWith(FOLDER)) {
                delete(socket);
                delete(folder);
            }
        });
        delete(file);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException left) {
            // The system cleans its temporary folder; a plate that leads nowhere is seen through.
        }
    }
}
