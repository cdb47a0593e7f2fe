package org.fumikura.inference.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.catalog.ModelCatalog;
import org.fumikura.inference.catalog.ModelStore;
import org.fumikura.inference.remote.Endpoint.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Against llama.cpp's own server, where a Python that has it is named: `./fumikura test` tries to
/// bring one.
@EnabledIfSystemProperty(named = "fumikura.test.server", matches = ".+")
class LlamaServerTest {
    private static final RemoteTimeouts PATIENT =
            new RemoteTimeouts(Duration.ofSeconds(5), Duration.ofMinutes(2));

    @TempDir Path folder;

    @Test
    void serverWritesAnAnswer() throws Exception {
        try (Server server = Server.start(folder, model("test"), "text")) {
            var store = new EndpointStore(folder.resolve("endpoints"));
            Endpoint endpoint = server.add(store, Role.CHAT);
            var answer = new Answer();
            new RemoteChatModel(store, endpoint, PATIENT)
                    .chat(
                            ChatRequest.builder()
                                    .messages(UserMessage.from("What is the capital of France?"))
                                    .temperature(0.0)
                                    .maxOutputTokens(16)
                                    .build(),
                            answer);
            assertTrue(answer.pieces().size() > 1);
            assertEquals(answer.response().aiMessage().text(), String.join("", answer.pieces()));
            assertTrue(answer.response().tokenUsage().inputTokenCount() > 5);
        }
    }

    @Test
    void serverMakesVectors() throws Exception {
        try (Server server = Server.start(folder, model("embedding"), "vectors")) {
            var store = new EndpointStore(folder.resolve("endpoints"));
            Endpoint endpoint = server.add(store, Role.EMBEDDING);
            assertEquals(384, endpoint.dimension());
            var vectors =
                    new RemoteEmbeddingModel(store, endpoint, PATIENT)
                            .embedAll(
                                    List.of(
                                            TextSegment.from("query: 東京の人口は？"),
                                            TextSegment.from("passage: 東京の人口は約1400万人です。")))
                            .content();
            float dot = 0;
            for (int i = 0; i < 384; i++) {
                dot += vectors.getFirst().vector()[i] * vectors.getLast().vector()[i];
            }
            assertTrue(dot > 0.8 && dot < 1.001, "similarity " + dot);
        }
    }

    private static Path model(String which) {
        ModelCatalog catalog = ModelCatalog.bundled();
        String id =
                which.equals("test") ? catalog.defaults().test() : catalog.defaults().embedding();
        Path models = Path.of(System.getProperty("fumikura.test.models", "no-models-folder"));
        return new ModelStore(models, catalog).path(id);
    }

    private record Server(Process process, URI address) implements AutoCloseable {
        static Server start(Path folder, Path model, String kind) throws IOException {
            Path script = folder.resolve("llama_server.py");
            try (InputStream in = LlamaServerTest.class.getResourceAsStream("llama_server.py")) {
                Files.write(script, Objects.requireNonNull(in).readAllBytes());
            }
            int port = freePort();
            Process process =
                    new ProcessBuilder(
                                    System.getProperty("fumikura.test.server"),
                                    script.toString(),
                                    model.toString(),
                                    Integer.toString(port),
                                    kind)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return new Server(process, URI.create("http://127.0.0.1:" + port + "/v1"));
        }

        /// Adds it as soon as it has loaded its model.
        Endpoint add(EndpointStore store, Role role) throws InterruptedException {
            var probe = new EndpointProbe(PATIENT);
            for (int i = 0; i < 120; i++) {
                try {
                    return probe.add(
                            store, "llama", address, Optional.empty(), role, Optional.empty());
                } catch (InferenceException loading) {
                    Thread.sleep(500);
                }
            }
            return probe.add(store, "llama", address, Optional.empty(), role, Optional.empty());
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
