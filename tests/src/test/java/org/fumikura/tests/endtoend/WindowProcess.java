package org.fumikura.tests.endtoend;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.fumikura.app.Composition;
import org.fumikura.app.door.DoorRequest;

/// A process that has a home open as a window has, until its standard input ends.
final class WindowProcess {
    /// What it says when it is open.
    static final String OPEN = "open";

    private WindowProcess() {}

    /// @param arguments the home
    public static void main(String[] arguments) throws IOException {
        try (Composition open = Composition.open(TestHome.withoutModels(Path.of(arguments[0])));
                var said = new FileOutputStream(FileDescriptor.out)) {
            open.window()
                    .door()
                    .orElseThrow()
                    .answer(request ->
                            open.library().add(((DoorRequest.Add) request).files()).meaning());
            said.write((OPEN + "\n").getBytes(StandardCharsets.UTF_8));
            int ended = System.in.read();
            if (ended >= 0) {
                throw new IOException("nobody was to say anything");
            }
        }
    }
}
