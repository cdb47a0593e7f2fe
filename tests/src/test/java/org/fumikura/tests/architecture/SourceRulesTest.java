package org.fumikura.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every rule holds for the sources, and is broken by its canary.
final class SourceRulesTest {
    private static final List<SourceFile> SOURCES = SourceTree.read();

    @Test
    void sourcesAreFound() {
        assertTrue(SOURCES.size() > 100, () -> "only " + SOURCES.size() + " files");
    }

    @ParameterizedTest
    @EnumSource
    void sourcesKeepTheRule(SourceRule rule) {
        assertEquals(List.of(), rule.violations(SOURCES));
    }

    @ParameterizedTest
    @EnumSource
    void canaryBreaksTheRule(SourceRule rule) {
        assertEquals(1, rule.violations(List.of(canary(rule))).size());
    }

    private static SourceFile canary(SourceRule rule) {
        return switch (rule) {
            case FILES_ARE_SHORT -> SourceFile.of("main/Long.java", "// line\n".repeat(401));
            case PACKAGES_ARE_DESCRIBED_AND_NULL_MARKED ->
                    SourceFile.of("main/package-info.java", "@NullMarked\npackage org.fumikura;");
            case THROWABLE_IS_CAUGHT_ONLY_IN_MAIN ->
                    SourceFile.of("main/Net.java", "} catch (" + "Throwable everything) {");
            case NOTHING_IS_LEFT_FOR_LATER ->
                    SourceFile.of("main/Later.java", "// TO" + "DO: more");
            case PUBLIC_TYPES_ARE_DESCRIBED ->
                    SourceFile.of(
                            "main/Mute.java",
                            "package p;\n\n@Deprecated\npublic final class Mute {}");
        };
    }
}
