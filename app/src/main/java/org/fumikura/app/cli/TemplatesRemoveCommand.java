package org.fumikura.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.app.template.Templates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `templates remove`: forgets templates.
@Command(name = "remove", mixinStandardHelpOptions = true, description = "Forget templates.")
final class TemplatesRemoveCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "NAME")
    private List<String> names = List.of();

    TemplatesRemoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::remove);
    }

    private int remove(Composition services) {
        Templates left = services.templates().read();
        int unknown = 0;
        for (String name : names) {
            if (left.find(name).isEmpty()) {
                session.console().note(session.text("cli.templates.unknown", name));
                unknown++;
            } else {
                left = left.without(name);
                session.console().print(name);
            }
        }
        services.templates().write(left);
        return unknown > 0 ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }
}
