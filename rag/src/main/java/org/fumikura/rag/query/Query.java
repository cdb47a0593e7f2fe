package org.fumikura.rag.query;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a person typed, as it was understood.
///
/// `"exact words"` must be there as they stand, `-word` and `-"exact words"` must not; `file:`,
/// `type:`, `after:` and `before:`, each with a value right behind it and if need be with a minus
/// before it, choose files. Full-width characters do as well. All else are words to look for, and
/// nothing in them is syntax.
///
/// @param text as it was typed
/// @param words what to look for, phrases with their quotes included; blank if there is nothing
/// @param phrases what must be there just so
/// @param excluded words and phrases that must not be there
/// @param filters on files
public record Query(
        String text,
        String words,
        List<String> phrases,
        List<String> excluded,
        List<FileFilter> filters) {
    public Query {
        phrases = List.copyOf(phrases);
        excluded = List.copyOf(excluded);
        filters = List.copyOf(filters);
    }

    /// A query of words alone: nothing in `text` is read as anything else.
    public static Query plain(String text) {
        return new Query(text, text, List.of(), List.of(), List.of());
    }

    /// Reads what a person typed.
    public static QueryReading read(String text) {
        return new QueryReader(text).read();
    }

    /// `text` with one filter in the place of all others of its name; without any if `value` is
    /// empty. What else was typed stays as it is.
    public static String withFilter(String text, FilterName name, Optional<String> value) {
        String without = new QueryReader(text).without(name).strip();
        return value.map(name::typed)
                .map(filter -> without.isEmpty() ? filter : without + " " + filter)
                .orElse(without);
    }

    /// Whether the filters admit a file: of several names one must fit, of several types one, and
    /// everything else.
    ///
    /// @param modified the day of the last change, in the person's time zone
    public boolean admits(Path file, LocalDate modified) {
        Predicate<FileFilter> admits = filter -> filter.admits(file, modified);
        return anyOf(FileFilter.Named.class, admits)
                && anyOf(FileFilter.OfType.class, admits)
                && filters.stream()
                        .filter(filter ->
                                !(filter instanceof FileFilter.Named)
                                        && !(filter instanceof FileFilter.OfType))
                        .allMatch(admits);
    }

    private boolean anyOf(Class<? extends FileFilter> kind, Predicate<FileFilter> admits) {
        List<FileFilter> ofKind = filters.stream().filter(kind::isInstance).toList();
        return ofKind.isEmpty() || ofKind.stream().anyMatch(admits);
    }
}
