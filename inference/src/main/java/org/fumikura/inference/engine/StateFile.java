package org.fumikura.inference.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// A saved state on disk: a mark, whose it is, its checksum and length, its bytes. It appears whole
/// or not at all.
final class StateFile {
    private static final int MARK = 0x464B5331;

    private final Path path;
    private final StateSeal seal;

    StateFile(Path path, StateSeal seal) {
        this.path = path;
        this.seal = seal;
    }

    /// @param owner the model file and settings it is good for
    /// @throws InferenceException `IO_FAILED`
    void write(String owner, Response.Saved state) {
        Path parts = path.resolveSibling(path.getFileName() + ".part");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(
                            new BufferedOutputStream(seal.sealing(Files.newOutputStream(parts))))) {
                out.writeInt(MARK);
                out.writeUTF(owner);
                out.writeUTF(state.runtime());
                out.writeLong(state.checksum());
                ByteBuffer bytes = state.attachment().duplicate();
                out.writeInt(bytes.remaining());
                WritableByteChannel channel = Channels.newChannel(out);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            Files.move(parts, path, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            parts.toFile().delete();
            throw new InferenceException(Code.IO_FAILED, path.toString(), e);
        }
    }

    /// @param owner the model file and settings it is wanted for
    /// @throws InferenceException `IO_FAILED` if it cannot be opened, `STATE_DAMAGED` if it is not
    ///   whole, `STATE_FOREIGN` if it is another's
    Request.Restore read(String owner) {
        if (!Files.isReadable(path)) {
            throw new InferenceException(Code.IO_FAILED, path.toString());
        }
        try (DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(seal.opening(Files.newInputStream(path))))) {
            if (in.readInt() != MARK) {
                throw new IOException("no state");
            }
            if (!in.readUTF().equals(owner)) {
                throw new InferenceException(Code.STATE_FOREIGN, path.toString());
            }
            String runtime = in.readUTF();
            long checksum = in.readLong();
            int length = in.readInt();
            // A broken length must not become a huge array.
            if (length < 0 || length > Files.size(path)) {
                throw new EOFException();
            }
            ByteBuffer bytes = ByteBuffer.allocateDirect(length);
            ReadableByteChannel channel = Channels.newChannel(in);
            while (bytes.hasRemaining()) {
                if (channel.read(bytes) < 0) {
                    throw new EOFException();
                }
            }
            return new Request.Restore(runtime, checksum, bytes.flip());
        } catch (IOException e) {
            throw new InferenceException(Code.STATE_DAMAGED, path.toString(), e);
        }
    }
}
