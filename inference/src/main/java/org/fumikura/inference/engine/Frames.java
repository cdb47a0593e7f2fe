package org.fumikura.inference.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// Messages over a socket: four bytes of length and four of the attachment's length, big-endian,
/// then that many bytes of JSON and of attachment. One thread may read while others write; writes
/// are whole.
final class Frames implements AutoCloseable {
    private static final int LARGEST = 64 << 20;

    private final SocketChannel channel;
    private final ObjectMapper json = JsonMapper.builder().addModule(new Jdk8Module()).build();
    private final Object writing = new Object();

    /// A message with bytes that do not belong into JSON.
    ///
    /// @param <T> the message's own kind
    interface WithAttachment<T> {
        /// The bytes, between position and limit.
        ByteBuffer attachment();

        /// The same message with these bytes.
        T with(ByteBuffer attachment);
    }

    /// @param channel owned from now on: closed with this
    Frames(SocketChannel channel) {
        this.channel = channel;
    }

    void write(Object message) throws IOException {
        byte[] payload = json.writeValueAsBytes(message);
        ByteBuffer attachment =
                message instanceof WithAttachment<?> with
                        ? with.attachment().duplicate()
                        : ByteBuffer.allocate(0);
        ByteBuffer frame = ByteBuffer.allocate(2 * Integer.BYTES + payload.length);
        frame.putInt(payload.length).putInt(attachment.remaining()).put(payload).flip();
        synchronized (writing) {
            writeAll(frame);
            writeAll(attachment);
        }
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// An attachment comes in memory outside the heap.
    ///
    /// @throws EOFException when the other side is gone
    <T> T read(Class<T> type) throws IOException {
        ByteBuffer head = fill(ByteBuffer.allocate(2 * Integer.BYTES));
        int length = head.getInt();
        int attached = head.getInt();
        if (length < 0 || length > LARGEST || attached < 0) {
            throw new IOException("frame of " + length + " and " + attached + " bytes");
        }
        T message = json.readValue(fill(ByteBuffer.allocate(length)).array(), type);
        return message instanceof WithAttachment<?> with
                ? type.cast(with.with(fill(ByteBuffer.allocateDirect(attached))))
                : message;
    }

    private ByteBuffer fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
