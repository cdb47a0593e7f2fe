package org.fumikura.app.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Hands over at a [Door].
public final class Visitor {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Visitor() {}

    /// Hands `request` to the window that has `home` open, and waits until it is done.
    ///
    /// @param heard is run once the window knows the request
    public static Handover hand(Path home, DoorRequest request, Runnable heard) {
        return DoorPlate.of(home)
                .read()
                .map(socket -> handThrough(socket, request, heard))
                .orElse(Handover.NOBODY);
    }

    private static Handover handThrough(Path socket, DoorRequest request, Runnable heard) {
        boolean known = false;
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            var in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
            var out = new PrintWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), true);
            out.println(JSON.writeValueAsString(request));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (DoorReply.valueOf(line)) {
                    case HEARD -> {
                        known = true;
                        heard.run();
                    }
                    case DONE -> {
                        return Handover.DONE;
                    }
                    case FAILED -> {
                        return Handover.FAILED;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException gone) {
            // A window that was killed, one that closes, or one of another version.
        }
        return known ? Handover.BROKEN_OFF : Handover.NOBODY;
    }
}
