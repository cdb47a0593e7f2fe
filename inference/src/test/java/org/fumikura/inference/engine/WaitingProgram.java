package org.fumikura.inference.engine;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Starts a worker, says so in one line, and waits to be killed.
final class WaitingProgram {
    private WaitingProgram() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        WorkerSettings settings =
                WorkerSettings.chat(Path.of(args[0]), Path.of(args[1])).withContextTokens(256);
        try (Worker worker = new Worker(settings);
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            worker.start();
            out.write("ready\n".getBytes(StandardCharsets.UTF_8));
            Thread.sleep(60_000);
        }
    }
}
