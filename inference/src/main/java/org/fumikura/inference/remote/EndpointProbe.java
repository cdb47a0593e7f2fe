package org.fumikura.inference.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.remote.Endpoint.Role;

/// Finds out about a server before it is added: whether it answers, takes the key, and has the
/// model. Blocking.
public final class EndpointProbe {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final String UNKNOWN = "unknown";

    private final RemoteTimeouts timeouts;

    public EndpointProbe(RemoteTimeouts timeouts) {
        this.timeouts = timeouts;
    }

    /// Asks the server and adds what it says to what the person said.
    ///
    /// @param store where the endpoint is added; left as it was if the probe fails
    /// @param model the server's name for the model; without it the first the server lists
    /// @return the endpoint, added
    /// @throws InferenceException one of the codes that begin with `ENDPOINT`
    public Endpoint add(
            EndpointStore store,
            String name,
            URI address,
            Optional<String> model,
            Role role,
            Optional<String> key) {
        var asked = new Endpoint(name, address, model.orElse(UNKNOWN), Role.CHAT, 0);
        List<String> models = models(asked, key);
        String wanted = model.orElse(models.isEmpty() ? UNKNOWN : models.getFirst());
        if (!models.isEmpty() && !models.contains(wanted)) {
            throw new InferenceException(
                    Code.ENDPOINT_MODEL_UNKNOWN, wanted + " @ " + address.getHost());
        }
        Optional<Endpoint> before = store.find(asked.id());
        Optional<String> keyBefore = before.flatMap(store::key);
        var endpoint = new Endpoint(name, address, wanted, role, role == Role.CHAT ? 0 : 1);
        store.add(endpoint, key);
        try {
            if (role == Role.EMBEDDING) {
                endpoint = new Endpoint(name, address, wanted, role, dimension(store, endpoint));
                store.add(endpoint, key);
            }
            return endpoint;
        } catch (InferenceException fault) {
            before.ifPresentOrElse(old -> store.add(old, keyBefore), () -> store.remove(asked));
            throw fault;
        }
    }

    private int dimension(EndpointStore store, Endpoint endpoint) {
        return new RemoteEmbeddingModel(store, endpoint, timeouts)
                .embedAll(List.of(TextSegment.from("a")))
                .content()
                .getFirst()
                .dimension();
    }

    private List<String> models(Endpoint endpoint, Optional<String> key) {
        try (HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeouts.connect())
                        .build()) {
            URI address = URI.create(endpoint.address().toString().replaceFirst("/*$", "/models"));
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(address).timeout(timeouts.answer());
            key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case OK -> ids(response.body());
                // Some servers do not list their models.
                case NOT_FOUND -> List.of();
                case UNAUTHORIZED, FORBIDDEN -> throw new AuthenticationException("");
                default -> throw new HttpException(response.statusCode(), "");
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InferenceException(Code.CANCELLED, endpoint.id(), e);
        } catch (IOException | RuntimeException e) {
            throw RemoteFaults.of(e, endpoint);
        }
    }

    private static List<String> ids(String body) throws IOException {
        List<String> ids = new ArrayList<>();
        for (JsonNode model : new ObjectMapper().readTree(body).path("data")) {
            ids.add(model.path("id").asText());
        }
        return ids;
    }
}
