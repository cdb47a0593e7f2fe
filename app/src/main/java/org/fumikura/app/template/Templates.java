package org.fumikura.app.template;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A person's templates. A name is there once, whatever its case.
///
/// @param all by name
public record Templates(List<PromptTemplate> all) {
    public static final Templates NONE = new Templates(List.of());

    public Templates {
        all =
                all.stream()
                        .sorted(
                                Comparator.comparing(
                                        PromptTemplate::name,
                                        Collator.getInstance(Locale.JAPANESE)))
                        .toList();
    }

    /// The one of this name.
    public Optional<PromptTemplate> find(String name) {
        return all.stream().filter(template -> isCalled(template, name)).findFirst();
    }

    /// Those and `template`, in the place of one of its name.
    public Templates with(PromptTemplate template) {
        var more = new ArrayList<>(without(template.name()).all);
        more.add(template);
        return new Templates(more);
    }

    /// All but the one of this name.
    public Templates without(String name) {
        Stream<PromptTemplate> others = all.stream().filter(each -> !isCalled(each, name));
        return new Templates(others.toList());
    }

    private static boolean isCalled(PromptTemplate template, String name) {
        return template.name().equalsIgnoreCase(name.strip());
    }
}
