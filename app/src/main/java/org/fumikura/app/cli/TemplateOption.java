package org.fumikura.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fumikura.app.ReadServices;
import org.fumikura.app.template.PromptTemplate;
import org.fumikura.app.template.TemplateWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A template in the place of a question, and the values of its variables.
final class TemplateOption {
    @Option(
            names = "--template",
            paramLabel = "NAME",
            description = "Ask what this template says (see `templates`).")
    private @Nullable String name;

    @Option(
            names = "--set",
            paramLabel = "VARIABLE=VALUE",
            description = "The value of a variable of the template. May be repeated.")
    private Map<String, String> values = Map.of();

    /// Whether there is anything of a template on the command line.
    boolean isGiven() {
        return name != null || !values.isEmpty();
    }

    /// What is asked; empty if there is no such template or a value is missing or of no use, which
    /// was said.
    Optional<String> question(Session session, ReadServices services) {
        Console console = session.console();
        if (name == null) {
            console.note(session.text("cli.templates.set-without"));
            return Optional.empty();
        }
        Optional<PromptTemplate> template = services.templates().read().find(name);
        if (template.isEmpty()) {
            console.note(session.text("cli.templates.unknown", name));
            return Optional.empty();
        }
        List<String> variables = template.get().read().variables();
        List<String> missing =
                variables.stream().filter(variable -> !values.containsKey(variable)).toList();
        List<String> useless =
                values.keySet().stream().filter(given -> !variables.contains(given)).toList();
        missing.forEach(each -> console.note(session.text("cli.templates.missing", each)));
        useless.forEach(each -> console.note(session.text("cli.templates.no-variable", each)));
        return missing.isEmpty() && useless.isEmpty()
                ? Optional.of(
                        TemplateWords.filled(
                                console.messages(), template.get(), new LinkedHashMap<>(values)))
                : Optional.empty();
    }
}
