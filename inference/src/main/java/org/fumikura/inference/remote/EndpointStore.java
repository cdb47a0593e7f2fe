package org.fumikura.inference.remote;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// The models on other machines that a person added: `endpoints.json`, and their keys, encrypted,
/// beside it. May be used from any thread.
public final class EndpointStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path file;
    private final Secrets secrets;

    /// @param folder the folder for both, created with the first endpoint
    public EndpointStore(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("endpoints.json");
        this.secrets = new Secrets(folder);
    }

    /// All of them, in the order they were added.
    public synchronized List<Endpoint> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return List.copyOf(Arrays.asList(JSON.readValue(file.toFile(), Endpoint[].class)));
        } catch (IOException e) {
            throw new InferenceException(Code.IO_FAILED, file.toString(), e);
        }
    }

    /// The endpoint of this id ([Endpoint#id()]).
    public Optional<Endpoint> find(String id) {
        return all().stream().filter(endpoint -> endpoint.id().equals(id)).findFirst();
    }

    /// Adds an endpoint in the place of one of the same name.
    ///
    /// @param key what the server asks for, if it does; kept encrypted
    public synchronized void add(Endpoint endpoint, Optional<String> key) {
        List<Endpoint> endpoints = new ArrayList<>(all());
        endpoints.removeIf(other -> other.name().equals(endpoint.name()));
        endpoints.add(endpoint);
        write(endpoints);
        key.ifPresentOrElse(
                secret -> secrets.put(endpoint.name(), secret),
                () -> secrets.remove(endpoint.name()));
    }

    /// Forgets an endpoint and its key.
    public synchronized void remove(Endpoint endpoint) {
        List<Endpoint> endpoints = new ArrayList<>(all());
        endpoints.removeIf(other -> other.name().equals(endpoint.name()));
        write(endpoints);
        secrets.remove(endpoint.name());
    }

    Optional<String> key(Endpoint endpoint) {
        return secrets.get(endpoint.name());
    }

    private void write(List<Endpoint> endpoints) {
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve("endpoints.json.part");
            JSON.writerWithDefaultPrettyPrinter().writeValue(part.toFile(), endpoints);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InferenceException(Code.IO_FAILED, file.toString(), e);
        }
    }
}
