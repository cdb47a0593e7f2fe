package org.fumikura.rag.library.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import org.apache.commons.codec.digest.DigestUtils;

/// Copies files of any size, telling how far it is, until the thread is interrupted.
final class Copying {
    private static final int STEP = 1 << 20;

    private final Progress progress;
    private final long total;
    private long done;

    /// @param total bytes to copy in all
    Copying(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /// Copies all of `in`.
    ///
    /// @return its SHA-256 in hexadecimal digits
    /// @throws CancellationException if the thread was interrupted
    String copy(InputStream in, OutputStream out) throws IOException {
        var digesting = new DigestOutputStream(out, DigestUtils.getSha256Digest());
        byte[] step = new byte[STEP];
        for (int read = in.read(step); read >= 0; read = in.read(step)) {
            if (Thread.currentThread().isInterrupted()) {
                throw cancelled();
            }
            digesting.write(step, 0, read);
            done += read;
            progress.at(done, total);
        }
        return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    }

    /// Takes the interrupt of this thread as the wish to stop.
    static CancellationException cancelled() {
        var _ = Thread.interrupted();
        return new CancellationException();
    }

    /// Makes a file durable.
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Makes the names in a folder durable, where the system can.
    static void forceNames(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // Windows opens no folders, and needs none of this.
        }
    }
}
