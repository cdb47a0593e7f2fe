package org.fumikura.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.fumikura.app.Composition;
import org.fumikura.inference.remote.Endpoint;
import org.fumikura.inference.remote.EndpointStore;
import org.fumikura.tests.endtoend.Terminal.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ask` with a model that thinks: a server that sends what the test says.
class ThinkingAskTest {
    private static final String QUESTION = "When was the mill built?";

    private final AtomicReference<String> said = new AtomicReference<>("");
    private final HttpServer server;
    private final Path home;
    private final Path folder;

    ThinkingAskTest(@TempDir Path home, @TempDir Path folder) throws IOException {
        this.home = home;
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    @BeforeEach
    void setUp() throws IOException {
        Files.writeString(folder.resolve("mill.md"), "# The mill\n\nThe mill was built in 1843.\n");
        var address = URI.create("http://localhost:" + server.getAddress().getPort() + "/v1");
        new EndpointStore(home.resolve("endpoints"))
                .add(
                        new Endpoint("thinker", address, "thinker", Endpoint.Role.CHAT, 0),
                        Optional.empty());
        try (var services = Composition.open(TestHome.at(home))) {
            services.models().choose(services.models().remote().all().getFirst().id());
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            for (String piece : said.get().split("(?<= )", -1)) {
                String event =
                        "data: {\"choices\": [{\"index\": 0, \"delta\": {\"content\": \""
                                + piece
                                + "\"}}]}\n\n";
                out.write(event.getBytes(StandardCharsets.UTF_8));
            }
            out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private Run ask(String... more) {
        var arguments = new ArrayList<String>(List.of("ask"));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--in", folder.toString(), QUESTION));
        return new Terminal(TestHome.at(home)).run(arguments.toArray(String[]::new));
    }

    @Test
    void thoughtIsWrittenBesideTheAnswerWhenAskedForAndOnlyThen() {
        said.set("<think>Is it the old one?</think> The mill was built in 1843.");
        Run plain = ask();
        assertEquals(0, plain.code(), plain.err());
        assertTrue(plain.out().startsWith("The mill was built in 1843."), plain.out());
        assertFalse((plain.out() + plain.err()).contains("Is it the old one?"));

        Run thinking = ask("--thinking");
        assertEquals(plain.out(), thinking.out());
        assertTrue(thinking.err().contains("Is it the old one?"), thinking.err());
    }

    @Test
    void thoughtThatCameToNoAnswerIsToldAsThat() {
        said.set("<think>Is it the old one? Or the");
        Run run = ask();
        assertEquals(3, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains("did not get to an answer"), run.err());
    }
}
