package org.fumikura.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fumikura.app.ReadServices;
import org.fumikura.app.door.DoorRequest;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.task.Mentions;
import org.fumikura.app.task.TaskLine;
import org.fumikura.app.task.TaskMarkdown;
import org.fumikura.app.task.TaskName;
import org.fumikura.app.task.TaskReading;
import org.fumikura.app.task.TaskRows;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.task.CsvText;
import org.fumikura.rag.task.Task;
import org.fumikura.rag.task.TaskDocument;
import org.fumikura.rag.task.TaskEvent;
import org.fumikura.rag.task.Tasks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// `task`: something done with whole documents.
@Command(
        name = "task",
        mixinStandardHelpOptions = true,
        description =
                "Work on whole documents: summarize, compare, translate [LANGUAGE], extract"
                        + " [FIELD,FIELD…] (without fields: the tables), classify LABEL,LABEL…,"
                        + " outline, rewrite HOW, code WHAT. Without --in, the words are the text to"
                        + " work on.")
final class TaskCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "The result as one JSON object a document.")
    private boolean json;

    @Option(
            names = "--in",
            paramLabel = "PATH",
            description =
                    "A file to work on; read into the library first if it changed. May be repeated.")
    private List<Path> in = List.of();

    @Option(
            names = "--example",
            paramLabel = "TEXT=>LABEL",
            description = "For classify: a text and the label it deserves. May be repeated.")
    private List<String> examples = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Write the result here. A name that ends in .csv takes tables and lists of"
                            + " values as CSV; any other, Markdown.")
    private @Nullable Path out;

    @Parameters(index = "0", paramLabel = "TASK", converter = Name.class)
    private TaskName name = TaskName.SUMMARIZE;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "WORDS")
    private List<String> words = List.of();

    TaskCommand(Session session) {
        this.session = session;
    }

    /// What `line` calls. Words of it that name files are the files to work on, with those of `in`.
    static TaskCommand of(Session session, TaskLine line, List<Path> in, boolean json) {
        var command = new TaskCommand(session);
        var files = new ArrayList<>(in);
        var words = new ArrayList<String>();
        for (String word : line.words().split("(?<=\\s)|(?=\\s)")) {
            if (!word.isBlank() && isFile(word)) {
                files.add(Path.of(word));
            } else {
                words.add(word);
            }
        }
        command.name = line.name();
        command.words = List.of(String.join("", words).strip());
        command.in = files;
        command.json = json;
        return command;
    }

    private static boolean isFile(String word) {
        try {
            return Files.exists(Path.of(word));
        } catch (InvalidPathException none) {
            return false;
        }
    }

    @Override
    public Integer call() {
        var lines = new ArrayList<String>();
        lines.add(String.join(" ", words));
        lines.addAll(examples);
        String given = String.join("\n", lines);
        return in.isEmpty()
                ? session.reading(services -> perform(services, given))
                : session.taking(
                        DoorRequest.Add.of(in, null), services -> perform(services, given));
    }

    private int perform(ReadServices services, String given) {
        Console console = session.console();
        int failed = in.isEmpty() ? 0 : read(services);
        TaskReading reading = reading(services, given);
        return switch (reading) {
            case TaskReading.Incomplete(TaskReading.Need need) -> {
                console.note(session.text("task.needs." + need, name.word()));
                yield failed > 0 ? ExitCode.SOME_FAILED : ExitCode.USAGE;
            }
            case TaskReading.Understood(List<Task> tasks) -> {
                prepare(services, tasks);
                perform(services.tasks(), tasks);
                yield failed > 0 ? ExitCode.SOME_FAILED : ExitCode.DONE;
            }
        };
    }

    /// One task after the other. An interrupt ends them; what was made by then is told like the
    /// rest.
    private void perform(Tasks doing, List<Task> tasks) {
        try (var interruption = new Interruption()) {
            var texts = new ArrayList<String>();
            for (Task task : tasks) {
                Tasks.Pending pending = doing.start(task, this::tell);
                TaskEvent.Finished done =
                        interruption.ending(pending::stop, () -> Waiting.on(pending.result()));
                report(task, done, texts);
                if (done.extent() == TaskEvent.Extent.STOPPED) {
                    session.console().note(session.text("cli.task.stopped"));
                    break;
                }
            }
            save(texts);
        }
    }

    /// @return how many files could not be read
    private int read(ReadServices services) {
        Console console = session.console();
        return Ingest.nameProblems(console, Ingest.words(console, services, in), in);
    }

    /// Where no file is given, one of the library may be named among the words.
    private TaskReading reading(ReadServices services, String given) {
        if (!in.isEmpty()) {
            return TaskReading.of(name, given, documents(services, given(services)));
        }
        Mentions mentions = Mentions.in(name, given, services.contents().files());
        return TaskReading.of(name, mentions.words(), documents(services, mentions.documents()));
    }

    private List<DocumentId> given(ReadServices services) {
        return in.stream()
                .flatMap(path -> services.contents().files(List.of(path)).stream())
                .map(LibraryFile::document)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static List<TaskDocument> documents(ReadServices services, List<DocumentId> ids) {
        return ids.stream()
                .flatMap(id -> TaskDocument.of(services.contents(), id).stream())
                .toList();
    }

    /// Brings the models, unless the tasks need none, and says if the text goes elsewhere.
    private void prepare(ReadServices services, List<Task> tasks) {
        if (tasks.stream()
                .allMatch(task ->
                        task instanceof Task.ExtractTables || task instanceof Task.Outline)) {
            return;
        }
        services.models()
                .elsewhere(ModelCard.Role.CHAT)
                .ifPresent(endpoint ->
                        session.console().note(session.text("cli.task.leaves", endpoint.label())));
        ModelFetch.fetchMissing(session.console(), services.models());
    }

    private void report(Task task, TaskEvent.Finished done, List<String> texts) {
        Console console = session.console();
        if (json) {
            console.print(TaskJson.of(name, task, done));
            return;
        }
        List<List<List<String>>> tables = TaskRows.of(console.messages(), done.result());
        boolean csv = out != null && out.toString().endsWith(".csv") && !tables.isEmpty();
        if (csv) {
            tables.forEach(rows -> texts.add(CsvText.of(rows)));
        } else {
            texts.add(new TaskMarkdown(console.messages()).of(done));
        }
    }

    /// Writes to where it is wanted: a table a file, all else into one.
    private void save(List<String> texts) {
        Console console = session.console();
        Path file = out;
        if (file == null) {
            texts.forEach(console::print);
            return;
        }
        boolean apart = file.toString().endsWith(".csv");
        List<String> parts = apart ? texts : List.of(String.join("\n\n", texts) + "\n");
        for (int i = 0; i < parts.size(); i++) {
            Path place = i == 0 ? file : numbered(file, i + 1);
            try {
                Files.writeString(place, parts.get(i));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
            console.note(session.text("cli.task.saved", place.toString()));
        }
    }

    private static Path numbered(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
    }

    private void tell(TaskEvent event) {
        if (event instanceof TaskEvent.Progress(var step, int part, int parts)) {
            session.console().progress(session.text("task.progress." + step, part, parts));
        }
    }

    /// Reads a task's name.
    static final class Name implements ITypeConverter<TaskName> {
        @Override
        public TaskName convert(String word) {
            return TaskName.of(word)
                    .orElseThrow(() -> new TypeConversionException("no task is called " + word));
        }
    }
}
