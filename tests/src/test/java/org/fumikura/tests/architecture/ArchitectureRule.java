package org.fumikura.tests.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.stream.Stream;

/// A rule about compiled classes, with the name of the folder that holds its canary.
sealed interface ArchitectureRule permits ModuleWall, CodeHabit {

    /// The rule's name, as an enum constant.
    String name();

    /// What is checked.
    ArchRule rule();

    /// The folder under `src/canaries/architecture` with a source that breaks this rule.
    default String canary() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Every rule there is.
    static Stream<ArchitectureRule> all() {
        return Stream.concat(Stream.of(ModuleWall.values()), Stream.of(CodeHabit.values()));
    }
}
