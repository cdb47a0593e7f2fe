package org.fumikura.app.text;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.fumikura.rag.query.FileFilter;
import org.fumikura.rag.search.Nothing;
import org.fumikura.ui.Messages;

/// Why a search found nothing, in words.
///
/// @param title the reason
/// @param advice what to do about it
public record NothingText(String title, String advice) {
    /// Finds the words for a reason.
    public static NothingText of(Messages messages, Nothing nothing) {
        String key = "nothing." + nothing.code();
        Object[] named = {named(messages, nothing)};
        return new NothingText(
                messages.get(key + ".title", named), messages.get(key + ".advice", named));
    }

    /// The filters, words or files that are to blame.
    private static String named(Messages messages, Nothing nothing) {
        return switch (nothing) {
            case Nothing.NoSuchFile(List<FileFilter> filters) -> typed(filters);
            case Nothing.NoFileOfAll(List<FileFilter> filters) -> typed(filters);
            case Nothing.NotRead(List<Path> files) ->
                    ListText.of(
                            messages,
                            files.stream()
                                    .map(file -> String.valueOf(file.getFileName()))
                                    .limit(3)
                                    .toList());
            case Nothing.RuledOut(List<String> excluded) ->
                    excluded.stream().map(word -> "-" + word).collect(Collectors.joining(" "));
            case Nothing.EmptyLibrary _,
                    Nothing.NotInCollection _,
                    Nothing.OnlyElsewhere _,
                    Nothing.NoWords _ ->
                    "";
        };
    }

    private static String typed(List<FileFilter> filters) {
        return filters.stream().map(FileFilter::typed).collect(Collectors.joining(" "));
    }
}
