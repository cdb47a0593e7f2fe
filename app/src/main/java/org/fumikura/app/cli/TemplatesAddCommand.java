package org.fumikura.app.cli;

import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.app.template.PromptTemplate;
import org.fumikura.app.template.TemplateText;
import org.fumikura.app.template.TemplateWords;
import org.fumikura.app.template.Templates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `templates add`: keeps a template.
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description =
                "Keep a question under a name. {name} in it is a variable, {date} is today, and {{ }} are braces.")
final class TemplatesAddCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--replace", description = "Take the place of the one of this name.")
    private boolean replace;

    @Parameters(index = "0", paramLabel = "NAME")
    private String name = "";

    @Parameters(index = "1", paramLabel = "TEXT")
    private String text = "";

    TemplatesAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        TemplateText.Reading reading = TemplateText.read(text);
        if (!PromptTemplate.isName(name.strip())) {
            console.note(session.text("templates.no-name"));
            return ExitCode.USAGE;
        }
        if (!(reading instanceof TemplateText.Reading.Understood)) {
            console.note(TemplateWords.problem(console.messages(), reading));
            return ExitCode.USAGE;
        }
        return session.with(this::add);
    }

    private int add(Composition services) {
        Templates before = services.templates().read();
        var template = new PromptTemplate(name.strip(), text);
        if (!replace && before.find(template.name()).isPresent()) {
            session.console().note(session.text("cli.templates.taken", template.name()));
            return ExitCode.USAGE;
        }
        services.templates().write(before.with(template));
        session.console().print(template.name());
        return ExitCode.DONE;
    }
}
