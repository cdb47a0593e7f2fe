package org.fumikura.inference.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// The models that can be installed, in the order to show them. Immutable.
public final class ModelCatalog {
    private static final String RESOURCE = "catalog.json";

    private final Map<String, ModelEntry> entries = new LinkedHashMap<>();
    private final Defaults defaults;

    /// The models taken when nobody chose.
    ///
    /// @param chat id of the chat model
    /// @param embedding id of the embedder
    /// @param test id of the small chat model that tests use
    public record Defaults(String chat, String embedding, String test) {}

    private record Document(Defaults defaults, List<ModelEntry> models) {}

    /// @throws IllegalArgumentException if two models share an id or a file, or a default is not
    ///   listed
    public ModelCatalog(Defaults defaults, List<ModelEntry> models) {
        this.defaults = defaults;
        for (ModelEntry entry : models) {
            if (entry.isImported()) {
                throw new IllegalArgumentException("no source: " + entry.id());
            }
            if (entries.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException("listed twice: " + entry.id());
            }
        }
        if (models.stream().map(ModelEntry::fileName).distinct().count() != models.size()) {
            throw new IllegalArgumentException("two models share a file name");
        }
        for (String id : List.of(defaults.chat(), defaults.embedding(), defaults.test())) {
            if (!entries.containsKey(id)) {
                throw new IllegalArgumentException("default is not listed: " + id);
            }
        }
    }

    /// The catalogue that comes with the program.
    public static ModelCatalog bundled() {
        try (InputStream in = ModelCatalog.class.getResourceAsStream(RESOURCE)) {
            Document document =
                    CatalogJson.MAPPER.readValue(Objects.requireNonNull(in), Document.class);
            return new ModelCatalog(document.defaults(), document.models());
        } catch (IOException e) {
            throw new InferenceException(Code.IO_FAILED, RESOURCE, e);
        }
    }

    /// All models.
    public List<ModelEntry> entries() {
        return List.copyOf(entries.values());
    }

    /// The models of one role.
    public List<ModelEntry> entries(ModelRole role) {
        return entries.values().stream().filter(entry -> entry.role() == role).toList();
    }

    /// The model of this id, if listed.
    public Optional<ModelEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /// The model of this id.
    ///
    /// @throws InferenceException `MODEL_UNKNOWN` if it is not listed
    public ModelEntry get(String id) {
        return find(id).orElseThrow(() -> new InferenceException(Code.MODEL_UNKNOWN, id));
    }

    /// The models taken when nobody chose; each of them is listed.
    public Defaults defaults() {
        return defaults;
    }
}
