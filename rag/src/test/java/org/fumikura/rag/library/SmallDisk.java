package org.fumikura.rag.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A disk that is soon full, mounted at a folder. That takes the rights of an administrator on
/// Linux; elsewhere these tests have nothing to stand on and fail, which is why they are in a group
/// of their own.
record SmallDisk(Path folder) implements AutoCloseable {
    static SmallDisk mount(Path above, int megabytes) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(above.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        return new SmallDisk(folder);
    }

    /// Makes space.
    void grow(int megabytes) throws IOException, InterruptedException {
        run("mount", "-o", "remount,size=" + megabytes + "m", folder.toString());
    }

    /// Lets nobody write, or everybody again.
    void setReadOnly(String mode) throws IOException, InterruptedException {
        run("mount", "-o", "remount," + mode, folder.toString());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", folder.toString());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }
}
