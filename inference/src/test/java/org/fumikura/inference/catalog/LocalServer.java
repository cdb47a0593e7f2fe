package org.fumikura.inference.catalog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A server on the loopback address that has one file, knows ranges, and can break off.
final class LocalServer implements AutoCloseable {
    private static final String TAG = "\"v1\"";

    private final HttpServer server;
    private final byte[] content;
    private volatile int breakAfter;
    private volatile Runnable whileSending = () -> {};

    /// The `Range` header of each request so far, or the empty string.
    final List<String> ranges = new CopyOnWriteArrayList<>();

    LocalServer(byte[] content) throws IOException {
        this.content = content;
        this.breakAfter = content.length;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/model.gguf", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/model.gguf");
    }

    /// Sends only so many bytes of each answer from now on.
    void breakAfter(int bytes) {
        breakAfter = bytes;
    }

    /// Runs in the middle of each answer, after its first half.
    void whileSending(Runnable action) {
        whileSending = action;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "" : range);
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        byte[] rest = Arrays.copyOfRange(content, from, content.length);
        exchange.getResponseHeaders().add("ETag", TAG);
        exchange.sendResponseHeaders(range == null ? 200 : 206, rest.length);
        int send = Math.min(rest.length, breakAfter);
        var out = exchange.getResponseBody();
        out.write(rest, 0, send / 2);
        out.flush();
        whileSending.run();
        out.write(rest, send / 2, send - send / 2);
        out.flush();
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
