package org.fumikura.tests.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rules about what compiled classes no longer show.
enum SourceRule {
    /// Small files with one purpose.
    FILES_ARE_SHORT(sources ->
            sources.stream()
                    .filter(source -> source.lines().size() > Lines.MOST)
                    .map(source -> source.path() + " has " + source.lines().size())),

    /// Null is checked only where a package asks for it, and a package says what it is for.
    PACKAGES_ARE_DESCRIBED_AND_NULL_MARKED(sources -> {
        Set<Path> described =
                sources.stream()
                        .filter(source -> source.name().equals("package-info.java"))
                        .filter(source -> source.lines().contains("@NullMarked"))
                        .filter(source -> source.lines().getFirst().startsWith("/// "))
                        .map(SourceFile::folder)
                        .collect(Collectors.toSet());
        return sources.stream()
                .map(SourceFile::folder)
                .distinct()
                .filter(folder -> !described.contains(folder))
                .map(folder -> folder + " has no description with @NullMarked");
    }),

    /// A fault that nobody can name is not caught but where a process ends with it.
    THROWABLE_IS_CAUGHT_ONLY_IN_MAIN(sources ->
            matches(
                    sources.stream()
                            .filter(source -> !Lines.MAINS.contains(source.name()))
                            .toList(),
                    Pattern.compile("catch \\((final )?(\\w+ \\| )*Throwable\\b"))),

    /// What is left to do is an issue, not a comment.
    NOTHING_IS_LEFT_FOR_LATER(
            sources -> matches(sources, Pattern.compile("//.*\\b(TO" + "DO|FIX" + "ME|X{3})\\b"))),

    /// Public types say what they are, in Markdown.
    PUBLIC_TYPES_ARE_DESCRIBED(sources ->
            sources.stream()
                    .filter(source -> source.path().toString().contains("main"))
                    .filter(source -> !Lines.describesItsType(source))
                    .map(source -> source.path() + " does not describe its type"));

    private final Function<List<SourceFile>, Stream<String>> rule;

    SourceRule(Function<List<SourceFile>, Stream<String>> rule) {
        this.rule = rule;
    }

    /// What breaks the rule, one line each.
    List<String> violations(List<SourceFile> sources) {
        return rule.apply(sources).toList();
    }

    private static Stream<String> matches(List<SourceFile> sources, Pattern pattern) {
        return sources.stream()
                .flatMap(source ->
                        IntStream.range(0, source.lines().size())
                                .filter(i -> pattern.matcher(source.lines().get(i)).find())
                                .mapToObj(i -> source.path() + ":" + (i + 1)));
    }

    private static final class Lines {
        static final int MOST = 400;
        static final Set<String> MAINS = Set.of("Main.java", "WorkerMain.java");
        private static final Pattern PUBLIC_TYPE =
                Pattern.compile(
                        "^public (?:(?:final|abstract|sealed|non-sealed) )*"
                                + "(?:class|interface|@interface|record|enum) .*");

        /// Whether a description stands above the file's public type and its annotations.
        static boolean describesItsType(SourceFile source) {
            boolean described = false;
            for (String line : source.lines()) {
                if (PUBLIC_TYPE.matcher(line).matches()) {
                    return described;
                }
                described = line.startsWith("///") || (described && !line.isEmpty());
            }
            return true;
        }
    }
}
