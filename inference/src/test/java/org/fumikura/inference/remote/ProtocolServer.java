package org.fumikura.inference.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;

/// A program of its own that speaks OpenAI's protocol, with models that each behave in one way.
/// Takes the key `right`. Writes its port into the file it is given.
final class ProtocolServer {
    static final String KEY = "right";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MODELS =
            List.of("talker", "thinker", "vectors", "silent", "late", "broken", "busy");

    private ProtocolServer() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/models", ProtocolServer::models);
        server.createContext("/v1/chat/completions", ProtocolServer::chat);
        server.createContext("/v1/embeddings", ProtocolServer::embed);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        Path part = Path.of(arguments[0] + ".part");
        Files.writeString(part, Integer.toString(server.getAddress().getPort()));
        Files.move(part, Path.of(arguments[0]));
    }

    private static boolean isRefused(HttpExchange exchange) throws IOException {
        String sent = exchange.getRequestHeaders().getFirst("Authorization");
        if (("Bearer " + KEY).equals(sent)) {
            return false;
        }
        send(exchange, 401, "{\"error\": {\"message\": \"wrong key\"}}");
        return true;
    }

    private static void models(HttpExchange exchange) throws IOException {
        if (isRefused(exchange)) {
            return;
        }
        var data = JSON.createArrayNode();
        MODELS.forEach(id -> data.addObject().put("id", id));
        send(exchange, 200, JSON.createObjectNode().set("data", data).toString());
    }

    private static void chat(HttpExchange exchange) throws IOException {
        if (isRefused(exchange)) {
            return;
        }
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        switch (request.path("model").asText()) {
            case "talker" -> talk(begin(exchange), exchange, last(request));
            case "thinker" -> {
                OutputStream out = begin(exchange);
                out.write(
                        event(
                                """
                                {"choices": [{"index": 0, "delta": {"reasoning_content": "Which mill?"}}]}\
                                """));
                talk(out, exchange, last(request));
            }
            case "silent" -> {
                OutputStream out = begin(exchange);
                out.write(piece("One "));
                out.flush();
                pause();
            }
            case "late" -> pause();
            case "broken" -> send(exchange, 500, "{\"error\": {\"message\": \"out of order\"}}");
            case "busy" -> send(exchange, 429, "{\"error\": {\"message\": \"later\"}}");
            default -> send(exchange, 404, "{\"error\": {\"message\": \"no such model\"}}");
        }
    }

    private static String last(JsonNode request) {
        JsonNode messages = request.path("messages");
        return messages.path(messages.size() - 1).path("content").asText();
    }

    /// Says the question again, word by word.
    private static void talk(OutputStream out, HttpExchange exchange, String question)
            throws IOException {
        for (String word : question.split("(?<= )", -1)) {
            out.write(piece(word));
            out.flush();
        }
        out.write(
                event(
                        """
                        {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}],
                         "usage": {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10}}\
                        """));
        out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private static void embed(HttpExchange exchange) throws IOException {
        if (isRefused(exchange)) {
            return;
        }
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        var data = JSON.createArrayNode();
        int index = 0;
        for (JsonNode text : request.path("input")) {
            var item = data.addObject().put("index", index++);
            item.putArray("embedding").add(3.0).add(4.0).add(text.asText().length() > 5 ? 0 : 12);
        }
        send(exchange, 200, JSON.createObjectNode().set("data", data).toString());
    }

    private static OutputStream begin(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private static byte[] piece(String text) {
        var delta = JSON.createObjectNode().put("content", text);
        var choice = JSON.createObjectNode().put("index", 0).set("delta", delta);
        return event(
                JSON.createObjectNode()
                        .set("choices", JSON.createArrayNode().add(choice))
                        .toString());
    }

    private static byte[] event(String json) {
        return ("data: " + json.replace("\n", "") + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void pause() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
