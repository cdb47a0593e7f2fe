package org.fumikura.app.settings;

import java.util.Map;
import java.util.Optional;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelChoices;
import org.fumikura.rag.library.Settings;

/// Choices of models among the person's settings.
public record StoredChoices(Settings settings) implements ModelChoices {
    private static final Map<ModelCard.Role, String> NAMES =
            Map.of(
                    ModelCard.Role.CHAT,
                    "model.chat",
                    ModelCard.Role.EMBEDDING,
                    "model.embedding",
                    ModelCard.Role.RERANK,
                    "model.rerank",
                    ModelCard.Role.ENTAILMENT,
                    "model.entailment");

    @Override
    public Optional<String> chosen(ModelCard.Role role) {
        return Optional.ofNullable(NAMES.get(role))
                .flatMap(settings::get)
                .filter(id -> !id.isEmpty());
    }

    @Override
    public void choose(ModelCard.Role role, String id) {
        String name = NAMES.get(role);
        if (name == null) {
            throw new IllegalArgumentException("no model is chosen for " + role);
        }
        settings.put(name, id);
    }
}
