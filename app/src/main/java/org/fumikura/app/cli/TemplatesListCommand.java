package org.fumikura.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.fumikura.app.ReadServices;
import org.fumikura.app.template.PromptTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `templates list`: the person's templates.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "List the templates with their texts.")
final class TemplatesListCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "One JSON line a template.")
    private boolean json;

    TemplatesListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.reading(this::list);
    }

    private int list(ReadServices services) {
        Console console = session.console();
        List<PromptTemplate> all = services.templates().read().all();
        for (PromptTemplate template : all) {
            if (json) {
                console.print(
                        new TemplateLine(
                                template.name(), template.text(), template.read().variables()));
            } else {
                console.print(template.name());
                template.text().lines().forEach(line -> console.print("  " + line));
            }
        }
        if (all.isEmpty() && !json) {
            console.note(session.text("cli.templates.none"));
        }
        return ExitCode.DONE;
    }

    /// What `templates list --json` prints for each.
    record TemplateLine(String name, String text, List<String> variables) {}
}
