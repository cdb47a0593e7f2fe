package org.fumikura.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule holds for the code, and is broken by its canary.
final class ArchitectureTest {
    private static final JavaClasses FUMIKURA =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.fumikura");

    private static final CanaryCompiler COMPILER = new CanaryCompiler();

    @AfterAll
    static void closeTheCompiler() {
        COMPILER.close();
    }

    static Stream<ArchitectureRule> rules() {
        return ArchitectureRule.all();
    }

    @Test
    void everyModuleIsLookedAt() {
        for (String module : new String[] {"rag", "inference", "app"}) {
            String prefix = "org.fumikura." + module + ".";
            assertTrue(
                    FUMIKURA.stream().anyMatch(type -> type.getName().startsWith(prefix)),
                    () -> "no class of " + module + " was found");
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void codeKeepsTheRule(ArchitectureRule rule) {
        rule.rule().allowEmptyShould(true).check(FUMIKURA);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void canaryBreaksTheRule(ArchitectureRule rule, @TempDir Path folder) {
        JavaClasses canary = COMPILER.compile(rule.canary(), folder);
        assertTrue(rule.rule().evaluate(canary).hasViolation(), rule.rule()::getDescription);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleSaysWhy(ArchitectureRule rule) {
        assertTrue(rule.rule().getDescription().contains(", because "));
        assertFalse(rule.canary().isEmpty());
    }
}
