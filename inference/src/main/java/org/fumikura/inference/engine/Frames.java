package org.fumikura.inference.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// Messages over a socket: four bytes of length, big-endian, then that many bytes of JSON. One
/// thread may read while others write; writes are whole.
final class Frames implements AutoCloseable {
    private static final int LARGEST = 64 << 20;

    private final SocketChannel channel;
    private final ObjectMapper json = JsonMapper.builder().build();
    private final Object writing = new Object();

    /// @param channel owned from now on: closed with this
    Frames(SocketChannel channel) {
        this.channel = channel;
    }

    void write(Object message) throws IOException {
        byte[] payload = json.writeValueAsBytes(message);
        ByteBuffer frame = ByteBuffer.allocate(Integer.BYTES + payload.length);
        frame.putInt(payload.length).put(payload).flip();
        synchronized (writing) {
            while (frame.hasRemaining()) {
                channel.write(frame);
            }
        }
    }

    /// @throws EOFException when the other side is gone
    <T> T read(Class<T> type) throws IOException {
        int length = fill(ByteBuffer.allocate(Integer.BYTES)).getInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("frame of " + length + " bytes");
        }
        return json.readValue(fill(ByteBuffer.allocate(length)).array(), type);
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
