package org.fumikura.inference.catalog;

import java.util.ArrayList;
import java.util.List;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// Why each source did not give the file, and what that comes to.
final class SourceFailures {
    private record Failure(String source, Code code, String reason) {}

    private final List<Failure> failures = new ArrayList<>();

    void add(String source, SourceFailure failure) {
        failures.add(new Failure(source, failure.code(), failure.reason()));
    }

    /// What to tell: a wrong file before a missing program, and that before an unreachable server,
    /// because each says more about what to do than the next.
    InferenceException all() {
        for (Failure failure : failures) {
            if (failure.code() == Code.CHECKSUM_MISMATCH) {
                return new InferenceException(Code.CHECKSUM_MISMATCH, lines());
            }
        }
        for (Failure failure : failures) {
            if (failure.code() == Code.TOOL_MISSING) {
                return new InferenceException(Code.TOOL_MISSING, failure.reason());
            }
        }
        return new InferenceException(Code.SOURCE_UNREACHABLE, lines());
    }

    private String lines() {
        List<String> lines =
                failures.stream()
                        .map(failure -> failure.source() + ": " + failure.reason())
                        .toList();
        return String.join("\n", lines);
    }
}
