package org.fumikura.app.text;

import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.query.FileFilter;
import org.fumikura.rag.search.Whereabouts;
import org.fumikura.ui.Messages;

/// Why a search found a file, or did not, in words.
public final class WhereaboutsText {
    private WhereaboutsText() {}

    /// The file and the reason.
    ///
    /// @param name what the person called it
    public static String of(Messages messages, String name, Whereabouts.OfFile found) {
        return messages.get(
                "why.file",
                found.file().map(file -> file.path().toString()).orElse(name),
                reason(messages, found));
    }

    /// The reason alone.
    public static String reason(Messages messages, Whereabouts.OfFile found) {
        String reason =
                switch (found.where()) {
                    case Whereabouts.NotInLibrary _ -> messages.get("why.not_in_library");
                    case Whereabouts.NotRead _ ->
                            found.file().map(file -> unread(messages, file)).orElse("");
                    case Whereabouts.Filtered(var filters) ->
                            messages.get(
                                    "why.filtered",
                                    filters.stream()
                                            .map(FileFilter::typed)
                                            .collect(Collectors.joining(" ")));
                    case Whereabouts.NotInCollection _ -> messages.get("why.not_in_collection");
                    case Whereabouts.RuledOut(var phrases, var excluded) ->
                            messages.get(
                                    "why.ruled_out",
                                    Stream.concat(
                                                    phrases.stream().map(text -> '"' + text + '"'),
                                                    excluded.stream().map(text -> "-" + text))
                                            .collect(Collectors.joining(" ")));
                    case Whereabouts.Found(int rank, var evidence) ->
                            messages.get("why.found." + evidence, rank);
                    case Whereabouts.Folded(var into) ->
                            messages.get("why.folded", into.path().toString());
                    case Whereabouts.TooLow(OptionalInt words, OptionalInt meaning) ->
                            messages.get(
                                    "why.too_low",
                                    rank(messages, "why.words", words),
                                    rank(messages, "why.meaning", meaning));
                };
        boolean half = found.isWithoutMeaning() && !(found.where() instanceof Whereabouts.NotRead);
        return half ? messages.get("why.and", reason, messages.get("why.words-only")) : reason;
    }

    private static String unread(Messages messages, LibraryFile file) {
        String problem = FileText.problem(messages, file);
        return messages.get(
                "why.not_read", problem.isEmpty() ? FileText.state(messages, file) : problem);
    }

    private static String rank(Messages messages, String key, OptionalInt rank) {
        return rank.isPresent() ? messages.get(key, rank.getAsInt()) : messages.get(key + ".none");
    }
}
