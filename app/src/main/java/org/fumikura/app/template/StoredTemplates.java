package org.fumikura.app.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.fumikura.rag.library.Settings;

/// The person's templates among the settings.
public record StoredTemplates(Settings settings) {
    private static final String SETTING = "templates";
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<PromptTemplate>> TEMPLATES = new TypeReference<>() {};

    /// The templates; none at first.
    public Templates read() {
        return settings.get(SETTING).map(StoredTemplates::of).orElse(Templates.NONE);
    }

    /// Remembers these in the place of the earlier ones.
    public void write(Templates templates) {
        try {
            settings.put(SETTING, JSON.writeValueAsString(templates.all()));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static Templates of(String json) {
        try {
            return new Templates(JSON.readValue(json, TEMPLATES));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
