package org.fumikura.app.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The door of the window that has a home open: whoever starts the program on the same home hands
/// over what he wants here. Requests wait until [#answer] says who hears them.
///
/// A visitor sends one request, a line of JSON; he is told a line at a time how it goes, as
/// [DoorReply] says. Only the same person can enter the socket's folder.
public final class Door implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DoorPlate plate;
    private final ServerSocketChannel server;
    private final Set<SocketChannel> visitors = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Function<DoorRequest, CompletableFuture<?>>> keeper =
            new CompletableFuture<>();

    private Door(DoorPlate plate, ServerSocketChannel server) {
        this.plate = plate;
        this.server = server;
    }

    /// Opens the door of a home that this process alone works in. One that a killed process left is
    /// taken away. Empty where the system has no such sockets: then nothing is handed over.
    public static Optional<Door> open(Path home) {
        DoorPlate plate = DoorPlate.of(home);
        plate.takeAway();
        try {
            Path socket = DoorPlate.place();
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            plate.write(socket);
            var door = new Door(plate, server);
            Thread.ofPlatform().name("door").daemon().start(door::receive);
            return Optional.of(door);
        } catch (IOException | UnsupportedOperationException none) {
            LOG.warn("No door: {}", none.toString());
            return Optional.empty();
        }
    }

    /// From now on `heed` is asked to do what visitors want, each on a thread of its own.
    ///
    /// @param heed returns what ends when the request is done
    public void answer(Function<DoorRequest, CompletableFuture<?>> heed) {
        keeper.complete(heed);
    }

    private void receive() {
        while (server.isOpen()) {
            try {
                SocketChannel visitor = server.accept();
                visitors.add(visitor);
                Thread.ofVirtual().start(() -> serve(visitor));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private void serve(SocketChannel visitor) {
        try (visitor;
                var in = new BufferedReader(Channels.newReader(visitor, StandardCharsets.UTF_8));
                var out =
                        new PrintWriter(
                                Channels.newWriter(visitor, StandardCharsets.UTF_8), true)) {
            String line = in.readLine();
            if (line == null) {
                return;
            }
            DoorRequest request = JSON.readValue(line, DoorRequest.class);
            out.println(DoorReply.HEARD);
            out.println(heed(request));
        } catch (IOException gone) {
            LOG.info("A visitor at the door went: {}", gone.getClass().getSimpleName());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            visitors.remove(visitor);
        }
    }

    private DoorReply heed(DoorRequest request) throws InterruptedException {
        try {
            keeper.get().apply(request).get();
            return DoorReply.DONE;
        } catch (ExecutionException | RuntimeException fault) {
            LOG.warn("What was handed over was not done: {}", fault.toString());
            return DoorReply.FAILED;
        }
    }

    @Override
    public void close() {
        close(server);
        visitors.forEach(Door::close);
        plate.takeAway();
    }

    private static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException left) {
            LOG.info("The door did not close: {}", left.toString());
        }
    }
}
