package org.fumikura.tests.gates;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A gate that nobody saw close is not a gate.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GatesTest {
    private CanaryBuild build = new CanaryBuild("");

    @BeforeAll
    void buildTheCanaries() {
        build = CanaryBuild.run();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    format      | (gate-format)       | The following files had format violations
                    nullness    | compile             | [NullAway] dereferenced expression 'song' is @Nullable
                    errorprone  | compile             | [ReferenceEquality] Comparison using reference equality
                    calls       | (gate-calls)        | Forbidden field access: java.lang.System#out
                    network     | (gate-network)      | Forbidden class/interface use: java.net.Socket
                    convergence | (gate-dependencies) | Dependency convergence error for org.fumikura.canary:word
                    """)
    void gateRefusesItsCanary(String canary, String gate, String reason) {
        assertFalse(build.passed(canary), build::log);
        assertTrue(
                build.failure(canary).contains(gate),
                () -> canary + " was not refused by " + gate + ":\n" + build.log());
        String said = build.output(canary) + build.failure(canary);
        assertTrue(
                said.contains(reason),
                () -> canary + " was not refused because of " + reason + ":\n" + build.log());
    }

    @Test
    void gatesLetTheMendedCanaryPass() {
        assertTrue(build.passed("mended"), build::log);
    }
}
