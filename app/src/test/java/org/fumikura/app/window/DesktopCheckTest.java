package org.fumikura.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import org.fumikura.ui.Messages;
import org.junit.jupiter.api.Test;

class DesktopCheckTest {
    private final Messages messages = Messages.of(Locale.ENGLISH);

    @Test
    void completeDesktopHasNoProblem() {
        assertEquals(
                Optional.empty(), DesktopCheck.problem(messages, Optional.of(":0"), _ -> true));
    }

    @Test
    void withoutADisplayTheCommandLineIsNamed() {
        String problem = DesktopCheck.problem(messages, Optional.empty(), _ -> true).orElseThrow();
        assertTrue(problem.contains("fumikura ask"), problem);
    }

    @Test
    void missingLibrariesAreNamedWithTheirPackages() {
        String problem =
                DesktopCheck.problem(messages, Optional.of(":0"), name -> !name.contains("gtk"))
                        .orElseThrow();
        assertTrue(problem.contains("libgtk-3.so.0"), problem);
        assertTrue(problem.contains("apt install libgtk-3-0"), problem);
        assertTrue(problem.contains("dnf install gtk3"), problem);
    }
}
