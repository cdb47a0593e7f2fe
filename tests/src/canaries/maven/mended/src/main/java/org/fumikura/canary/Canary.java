package org.fumikura.canary;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Formatted, careful with null, comparing by value; it talks to a process of this machine only.
public record Canary(@Nullable String song, Path worker) {
    /// How long the song is.
    public int length() {
        return song == null ? 0 : song.length();
    }

    /// Whether both sing the same.
    public boolean sings(Canary other) {
        return song != null && song.equals(other.song);
    }

    /// A socket of this machine is no network.
    public SocketChannel call() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(worker));
        return channel;
    }
}
