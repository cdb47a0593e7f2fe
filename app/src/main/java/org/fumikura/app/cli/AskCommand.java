package org.fumikura.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fumikura.app.ReadServices;
import org.fumikura.app.door.DoorRequest;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.task.TaskLine;
import org.fumikura.app.text.QueryText;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerEvent;
import org.fumikura.rag.answer.Grounding;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.answer.Manner;
import org.fumikura.rag.answer.Question;
import org.fumikura.rag.library.IngestReport;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.query.QueryReading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ask`: a question and its checked answer. Does all the set-up that is still to do: models,
/// files.
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description =
                "Answer a question from the library, or from the files given with --in. What begins"
                        + " with /summarize or another name of a task is done as `task` does it.")
final class AskCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "The answer as one JSON object.")
    private boolean json;

    @Option(
            names = "--in",
            paramLabel = "PATH",
            description =
                    "Answer from this file or folder only; indexes it first if it changed. May be repeated.")
    private List<Path> in = List.of();

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            description = "Answer from this collection only.")
    private @Nullable String collection;

    @Option(
            names = "--open",
            description =
                    "Let the model also use what it knows by itself; such sentences are marked.")
    private boolean open;

    @Option(
            names = "--language",
            paramLabel = "en|ja",
            description = "The language of the answer (default: that of the question).")
    private @Nullable AnswerTag language;

    @Option(
            names = "--thinking",
            description =
                    "Also write what a reasoning model thinks before it answers, to standard error.")
    private boolean thinking;

    private final StringBuilder thoughts = new StringBuilder();

    @Mixin private TemplateOption template = new TemplateOption();

    @Parameters(arity = "0..*", paramLabel = "QUESTION")
    private List<String> words = List.of();

    AskCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        int code = template.isGiven() ? session.reading(this::fillIn) : ExitCode.DONE;
        return code == ExitCode.DONE ? askOrDo() : code;
    }

    /// Takes what the template says as the question.
    private int fillIn(ReadServices services) {
        if (!words.isEmpty()) {
            session.console().note(session.text("cli.templates.and-question"));
            return ExitCode.USAGE;
        }
        Optional<String> question = template.question(session, services);
        question.ifPresent(text -> words = List.of(text));
        return question.isPresent() ? ExitCode.DONE : ExitCode.USAGE;
    }

    private int askOrDo() {
        Optional<TaskLine> task = TaskLine.read(String.join(" ", words));
        if (task.isPresent()) {
            return TaskCommand.of(session, task.get(), in, json).call();
        }
        return in.isEmpty()
                ? session.reading(this::ask)
                : session.taking(DoorRequest.Add.of(in, null), this::ask);
    }

    private int ask(ReadServices services) {
        Console console = session.console();
        String question = String.join(" ", words);
        if (question.isBlank()) {
            console.note(session.text("cli.ask.empty"));
            return ExitCode.USAGE;
        }
        QueryReading reading = Query.read(question);
        if (!(reading instanceof QueryReading.Understood(Query query))) {
            QueryText.problem(console.messages(), reading).ifPresent(console::note);
            return ExitCode.USAGE;
        }
        Optional<Scope> collected =
                LibraryCollectionsCommand.scope(session, services.collections(), collection);
        if (collected.isEmpty()) {
            return ExitCode.USAGE;
        }
        for (ModelCard.Role role : List.of(ModelCard.Role.CHAT, ModelCard.Role.EMBEDDING)) {
            services.models()
                    .elsewhere(role)
                    .ifPresent(endpoint ->
                            console.note(session.text("cli.ask.leaves." + role, endpoint.label())));
        }
        ModelFetch.fetchMissing(console, services.models());
        int failed = 0;
        Scope scope = collected.get();
        if (!in.isEmpty()) {
            IngestReport report = Ingest.run(console, services, in);
            failed = Ingest.nameProblems(console, report, in);
            scope = services.contents().scopeOf(in);
        } else {
            services.working().ifPresent(library -> Ingest.catchUp(console, library));
        }
        if (services.contents().files().isEmpty()) {
            console.note(session.text("cli.ask.nothingToSearch"));
        }
        Answer answer =
                answer(
                        services,
                        new Question(
                                query,
                                services.contents().narrow(scope, query),
                                List.of(),
                                manner()));
        if (json) {
            console.print(AskJson.of(answer));
        } else {
            AnswerText.lines(console.messages(), answer).forEach(console::print);
        }
        return failed > 0 ? ExitCode.SOME_FAILED : ExitCode.DONE;
    }

    private Manner manner() {
        return new Manner(
                open ? Grounding.OPEN : Grounding.STRICT,
                Optional.ofNullable(language).map(AnswerTag::language),
                List.of());
    }

    /// A language as it is given here.
    enum AnswerTag {
        EN(Language.ENGLISH),
        JA(Language.JAPANESE);

        private final Language language;

        AnswerTag(Language language) {
            this.language = language;
        }

        Language language() {
            return language;
        }
    }

    private Answer answer(ReadServices services, Question question) {
        try {
            return Waiting.on(services.answerer().ask(question, this::tell).answer());
        } finally {
            if (thinking && !thoughts.isEmpty()) {
                session.console().note(session.text("cli.ask.thoughts"));
                thoughts.toString().strip().lines().forEach(session.console()::note);
            }
        }
    }

    private void tell(AnswerEvent event) {
        switch (event) {
            case AnswerEvent.Found found ->
                    session.console()
                            .progress(session.text("cli.ask.reading", found.hits().size()));
            case AnswerEvent.Trying(int done, int all) ->
                    session.console().progress(session.text("answer.trying", done, all));
            case AnswerEvent.CheckedByWords _ ->
                    session.console().note(session.text("answer.by-words"));
            case AnswerEvent.Thought thought -> {
                thoughts.append(thought.more());
                session.console().progress(session.text("cli.ask.thinking", thoughts.length()));
            }
            // Its words are not checked yet: they are not shown.
            case AnswerEvent.Draft draft ->
                    session.console()
                            .progress(session.text("cli.ask.writing", draft.text().length()));
            case AnswerEvent.Understood _,
                    AnswerEvent.Checked _,
                    AnswerEvent.Finished _,
                    AnswerEvent.Failed _ -> {}
        }
    }
}
