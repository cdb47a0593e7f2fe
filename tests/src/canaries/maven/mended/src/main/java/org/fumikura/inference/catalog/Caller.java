package org.fumikura.inference.catalog;

import java.io.IOException;
import java.net.Socket;

/// Opens a connection.
public record Caller(String host) {
    /// Connects and hangs up.
    public void call() throws IOException {
        new Socket(host, 80).close();
    }
}
