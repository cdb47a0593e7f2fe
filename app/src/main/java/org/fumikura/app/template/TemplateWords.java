package org.fumikura.app.template;

import java.time.Instant;
import java.util.Map;
import org.fumikura.app.template.TemplateText.Reading;
import org.fumikura.app.text.DayText;
import org.fumikura.ui.Messages;

/// What is said of templates.
public final class TemplateWords {
    private TemplateWords() {}

    /// Why what was written is no template.
    public static String problem(Messages messages, Reading reading) {
        return switch (reading) {
            case Reading.Understood _ -> "";
            case Reading.StrayBrace(String near) -> messages.get("templates.stray-brace", near);
            case Reading.Blank _ -> messages.get("templates.blank");
        };
    }

    /// Why something cannot be kept.
    static String refusal(Messages messages, TemplatesViewModel.Refusal refusal) {
        return switch (refusal) {
            case TemplatesViewModel.Refusal.NoName _ -> messages.get("templates.no-name");
            case TemplatesViewModel.Refusal.NameTaken(String name) ->
                    messages.get("templates.name-taken", name);
            case TemplatesViewModel.Refusal.NoTemplate(Reading reading) ->
                    problem(messages, reading);
        };
    }

    /// A template with its values, and today as this language writes it.
    public static String filled(
            Messages messages, PromptTemplate template, Map<String, String> values) {
        return template.read().filled(values, DayText.of(messages, Instant.now()));
    }
}
