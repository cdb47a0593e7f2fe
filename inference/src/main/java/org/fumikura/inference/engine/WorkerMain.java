package org.fumikura.inference.engine;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/// The worker process: connects to its parent's socket and serves requests until the parent is
/// gone.
public final class WorkerMain {
    private WorkerMain() {}

    /// @param args the parent's socket, then the folder for native libraries; both folders are this
    ///   process's own and are removed when it ends
    public static void main(String[] args) throws IOException {
        outliveInterrupts(Thread.currentThread());
        Path socket = Path.of(args[0]);
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(socket));
            List<NativeRuntime> runtimes =
                    ServiceLoader.load(NativeRuntime.class).stream()
                            .map(ServiceLoader.Provider::get)
                            .toList();
            try (Frames frames = new Frames(channel)) {
                new WorkerSession(frames, runtimes).serve();
            }
        } finally {
            // The parent may have been killed, so the folders are cleared here too.
            WorkerFolders.delete(socket.getParent());
            WorkerFolders.delete(Path.of(args[1]));
            // Not exit: shutdown hooks and native destructors are where the binding hangs, and a
            // native call may still run on the engine thread.
            Runtime.getRuntime().halt(0);
        }
    }

    /// An interrupt of a terminal (Ctrl-C) comes here too, and is for the parent to heed: this
    /// process serves on until the parent is gone.
    private static void outliveInterrupts(Thread serving) {
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform()
                                .unstarted(() -> {
                                    try {
                                        serving.join();
                                    } catch (InterruptedException ending) {
                                        Thread.currentThread().interrupt();
                                    }
                                }));
    }
}
