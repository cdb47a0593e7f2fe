package org.fumikura.inference.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.segment.TextSegment;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.remote.Endpoint.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a server in a process of its own.
class RemoteModelsTest {
    private static final RemoteTimeouts SHORT =
            new RemoteTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(2));

    @TempDir static Path shared;

    private static ServerProcess server;

    @TempDir Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start(shared.resolve("port"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private EndpointStore store() {
        return new EndpointStore(folder.resolve("endpoints"));
    }

    private Endpoint add(String model, Role role, String key) {
        return new EndpointProbe(SHORT)
                .add(store(), "test", server.address(), Optional.of(model), role, Optional.of(key));
    }

    private RemoteChatModel chat(String model) {
        var endpoint = new Endpoint("test", server.address(), model, Role.CHAT, 0);
        EndpointStore store = store();
        store.add(endpoint, Optional.of(ProtocolServer.KEY));
        return new RemoteChatModel(store, endpoint, SHORT);
    }

    private static InferenceException failure(RemoteChatModel model) {
        var answer = new Answer();
        model.chat("What is the secret of the mill?", answer);
        return answer.fault();
    }

    @Test
    void answerComesPieceByPieceWithItsTokenCounts() {
        var answer = new Answer();
        chat("talker").chat("The mill turns.", answer);
        assertEquals(List.of("The ", "mill ", "turns."), answer.pieces());
        assertEquals(7, answer.response().tokenUsage().inputTokenCount());
        assertEquals(3, answer.response().tokenUsage().outputTokenCount());
    }

    @Test
    void thoughtIsToldApartFromTheAnswerHoweverTheServerSendsIt() {
        var marked = new Answer();
        chat("talker").chat("<think> Which mill? </think> The mill turns.", marked);
        assertEquals("The mill turns.", marked.response().aiMessage().text());
        assertEquals("Which mill?", marked.response().aiMessage().thinking());
        var apart = new Answer();
        chat("thinker").chat("The mill turns.", apart);
        assertEquals("The mill turns.", apart.response().aiMessage().text());
        assertEquals("Which mill?", apart.response().aiMessage().thinking());
        assertEquals(List.of("Which mill?"), apart.thoughts());
    }

    @Test
    void failuresAreToldApart() {
        assertEquals(Code.ENDPOINT_MODEL_UNKNOWN, failure(chat("missing")).code());
        assertEquals(Code.ENDPOINT_BUSY, failure(chat("busy")).code());
        assertEquals(Code.ENDPOINT_TIMEOUT, failure(chat("late")).code());
        assertEquals(Code.ENDPOINT_TIMEOUT, failure(chat("silent")).code());
        InferenceException broken = failure(chat("broken"));
        assertEquals(Code.ENDPOINT_FAILED, broken.code());
        assertEquals("localhost, HTTP 500", broken.detail());
    }

    @Test
    void wrongKeyIsToldAndWhatTheServerWroteIsNot() {
        var endpoint = new Endpoint("test", server.address(), "talker", Role.CHAT, 0);
        EndpointStore store = store();
        store.add(endpoint, Optional.of("wrong"));
        InferenceException fault = failure(new RemoteChatModel(store, endpoint, SHORT));
        assertEquals(Code.ENDPOINT_KEY_REFUSED, fault.code());
        assertEquals("localhost", fault.detail());
        assertFalse(String.valueOf(fault.getCause()).contains("wrong key"));
    }

    @Test
    void serverThatIsNotThereIsTold() {
        URI nowhere = URI.create("http://localhost:1/v1");
        var endpoint = new Endpoint("test", nowhere, "talker", Role.CHAT, 0);
        EndpointStore store = store();
        store.add(endpoint, Optional.empty());
        InferenceException fault = failure(new RemoteChatModel(store, endpoint, SHORT));
        assertEquals(Code.ENDPOINT_UNREACHABLE, fault.code());
        assertEquals(nowhere.toString(), fault.detail());
    }

    @Test
    void stopEndsAnAnswerAtOnce() {
        RemoteChatModel model = chat("silent");
        var answer = new Answer();
        model.chat("Go on.", answer);
        answer.awaitPiece();
        model.stop();
        assertEquals(Code.CANCELLED, answer.fault().code());
    }

    @Test
    void vectorsHaveUnitLengthAndTheDimensionIsFoundOut() {
        Endpoint endpoint = add("vectors", Role.EMBEDDING, ProtocolServer.KEY);
        assertEquals(3, endpoint.dimension());
        var model = new RemoteEmbeddingModel(store(), endpoint, SHORT);
        var vectors =
                model.embedAll(List.of(TextSegment.from("a longer text"), TextSegment.from("a")))
                        .content();
        assertArrayEquals(new float[] {0.6f, 0.8f, 0}, vectors.getFirst().vector(), 1e-6f);
        assertEquals(12f / 13, vectors.getLast().vector()[2], 1e-6f);
    }

    @Test
    void addingChecksKeyAndModelAndLeavesNothingWhenTheyAreWrong() throws IOException {
        assertEquals(
                Code.ENDPOINT_KEY_REFUSED,
                assertThrows(InferenceException.class, () -> add("talker", Role.CHAT, "wrong"))
                        .code());
        assertEquals(
                Code.ENDPOINT_MODEL_UNKNOWN,
                assertThrows(
                                InferenceException.class,
                                () -> add("missing", Role.CHAT, ProtocolServer.KEY))
                        .code());
        assertEquals(List.of(), store().all());
        Endpoint added = add("talker", Role.CHAT, ProtocolServer.KEY);
        assertEquals(Optional.of(added), store().find("endpoint:test"));
        assertEquals("talker @ localhost", added.label());
        String file = Files.readString(folder.resolve("endpoints/endpoints.json"));
        assertFalse(file.contains(ProtocolServer.KEY + "\""), file);
        store().remove(added);
        assertEquals(List.of(), store().all());
        assertEquals(Optional.empty(), store().key(added));
    }

    @Test
    void tokensAreCountedRatherTooHigh() {
        var counts = chat("talker").tokenCounts();
        assertEquals(7, counts.estimateTokenCountInText("東京の人口は？"));
        assertTrue(counts.estimateTokenCountInText("How many people live there?") >= 6);
    }

    @Test
    void addressThatIsNoneIsRefused() {
        for (String address :
                List.of("ftp://a/v1", "file:///v1", "http:///v1", "http://a:b@c/v1")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Endpoint("test", URI.create(address), "m", Role.CHAT, 0),
                    address);
        }
    }

    /// The server's process and its port.
    private record ServerProcess(Process process, URI address) implements AutoCloseable {
        static ServerProcess start(Path port) throws Exception {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            Process process =
                    new ProcessBuilder(
                                    java.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    ProtocolServer.class.getName(),
                                    port.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            for (int i = 0; i < 300 && !Files.exists(port); i++) {
                Thread.sleep(100);
            }
            String number = Files.readString(port, StandardCharsets.UTF_8);
            return new ServerProcess(process, URI.create("http://localhost:" + number + "/v1"));
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
