package org.fumikura.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.fumikura.app.Composition;
import org.fumikura.rag.index.OwnWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `library words`: the words that Japanese text is cut by beside the dictionary's.
@Command(
        name = "words",
        mixinStandardHelpOptions = true,
        description =
                "Names and terms that Japanese text is to be searched by as a whole, and how they are read.")
final class LibraryWordsCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "One JSON line a word.")
    private boolean json;

    @Option(
            names = "--add",
            paramLabel = "WORD[,READING]",
            description = "A word, and how it is read if not as it is written.")
    private List<String> added = List.of();

    @Option(names = "--remove", paramLabel = "WORD", description = "A word to forget.")
    private List<String> removed = List.of();

    LibraryWordsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.with(this::change);
    }

    private int change(Composition services) {
        Console console = session.console();
        OwnWords before = services.ownWords().read();
        SequencedMap<String, String> words = new LinkedHashMap<>(before.readings());
        OwnWords.of(String.join("\n", removed)).readings().keySet().forEach(words::remove);
        words.putAll(OwnWords.of(String.join("\n", added)).readings());
        OwnWords now = new OwnWords(words);
        if (!now.equals(before)) {
            services.ownWords().write(now);
            console.note(session.text("cli.library.words.changed"));
        }
        words.forEach((word, reading) -> {
            if (json) {
                console.print(new WordLine(word, reading));
            } else {
                console.print(word + "  " + reading);
            }
        });
        if (words.isEmpty() && !json) {
            console.note(session.text("cli.library.words.none"));
        }
        return ExitCode.DONE;
    }

    /// What `library words --json` prints for each.
    record WordLine(String word, String reading) {}
}
