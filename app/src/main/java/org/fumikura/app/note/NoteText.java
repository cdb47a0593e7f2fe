package org.fumikura.app.note;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fumikura.app.text.SourceLine;
import org.fumikura.rag.note.NoteSource;
import org.fumikura.ui.Messages;

/// A note as a file: what it says, and below it what bears it out.
final class NoteText {
    private NoteText() {}

    static String of(Messages messages, String says, List<NoteSource> sources) {
        if (sources.isEmpty()) {
            return says;
        }
        return IntStream.range(0, sources.size())
                .mapToObj(i -> line(messages, i + 1, sources.get(i)))
                .collect(
                        Collectors.joining(
                                "\n",
                                says.stripTrailing()
                                        + "\n\n## "
                                        + messages.get("notes.sources")
                                        + "\n\n",
                                "\n"));
    }

    private static String line(Messages messages, int number, NoteSource source) {
        return SourceLine.of(messages, number, source.title(), source.page(), source.quote());
    }
}
