package org.fumikura.inference.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.fumikura.inference.CancellationToken;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.Progress;

/// Fetches a file from an address into a part, going on after the bytes that are there already if
/// the server still has the same version of the file.
final class UrlFetch {
    /// The file that is to come.
    ///
    /// @param job what is being got, for a cancellation's detail
    /// @param fileName what to call it in progress
    /// @param sizeBytes its size, about
    /// @param check whether a mix of two versions would be noticed by a hash afterwards
    /// @param part where its bytes go
    /// @param version where the server's name for the file's version is kept
    record Target(
            String job, String fileName, long sizeBytes, Check check, Path part, Path version) {}

    /// How the file is checked when it is whole.
    enum Check {
        /// Its hash is known.
        HASH,
        /// Nothing is known to compare it with.
        NONE
    }

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(60);
    private static final int BUFFER = 1 << 16;
    private static final long REPORT_BYTES = 1 << 20;

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_REFUSED = 416;

    void fetch(Target target, URI uri, Consumer<Progress> progress, CancellationToken cancel)
            throws IOException, SourceFailure {
        Path part = target.part();
        // One client a download: closing it ends its threads and connections.
        try (HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            HttpResponse<InputStream> response = send(client, request(uri, target), cancel);
            if (response.statusCode() == RANGE_REFUSED) {
                response.body().close();
                Files.deleteIfExists(part);
                response = send(client, request(uri, target), cancel);
            }
            try (InputStream body = response.body();
                    CancellationToken.Registration stop =
                            cancel.onCancel(() -> closeQuietly(body))) {
                switch (response.statusCode()) {
                    case OK -> {
                        Files.deleteIfExists(part);
                        rememberVersion(response, target.version());
                        copy(target, response, progress, cancel);
                    }
                    case PARTIAL -> copy(target, response, progress, cancel);
                    default ->
                            throw new SourceFailure(
                                    Code.SOURCE_UNREACHABLE, "HTTP " + response.statusCode());
                }
            } finally {
                client.shutdownNow();
            }
        }
    }

    /// Asks for the rest only when a mix of two versions would be noticed: by the server, which is
    /// told the version, or by the hash.
    private static HttpRequest request(URI uri, Target target) throws IOException {
        Path part = target.part();
        Path version = target.version();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .timeout(ANSWER_TIMEOUT)
                        .header("Accept-Encoding", "identity");
        boolean begun = Files.exists(part) && Files.size(part) > 0;
        boolean versionKnown = Files.exists(version);
        if (begun && (versionKnown || target.check() == Check.HASH)) {
            request.header("Range", "bytes=" + Files.size(part) + "-");
        }
        if (begun && versionKnown) {
            request.header("If-Range", Files.readString(version));
        }
        return request.build();
    }

    private static HttpResponse<InputStream> send(
            HttpClient client, HttpRequest request, CancellationToken cancel) throws SourceFailure {
        var answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
        try (CancellationToken.Registration stop = cancel.onCancel(() -> answer.cancel(true))) {
            return answer.join();
        } catch (java.util.concurrent.CancellationException e) {
            throw new SourceFailure(Code.CANCELLED, "cancelled");
        } catch (java.util.concurrent.CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new SourceFailure(Code.SOURCE_UNREACHABLE, describe(cause));
        }
    }

    /// The reason in a word or two: many network exceptions have no message of their own.
    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private static void rememberVersion(HttpResponse<?> response, Path version) throws IOException {
        var tag = response.headers().firstValue("ETag").filter(value -> !value.startsWith("W/"));
        if (tag.isPresent()) {
            Files.writeString(version, tag.get());
        } else {
            Files.deleteIfExists(version);
        }
    }

    private static void copy(
            Target target,
            HttpResponse<InputStream> response,
            Consumer<Progress> progress,
            CancellationToken cancel)
            throws IOException, SourceFailure {
        Path part = target.part();
        long done = Files.exists(part) ? Files.size(part) : 0;
        long length = response.headers().firstValueAsLong("Content-Length").orElse(0);
        long total = length > 0 ? done + length : target.sizeBytes();
        InputStream in = response.body();
        AtomicLong lastByte = new AtomicLong(System.nanoTime());
        Thread watch = Thread.ofVirtual().start(() -> closeOnStall(in, lastByte));
        try (OutputStream out =
                Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] buffer = new byte[BUFFER];
            long reported = -REPORT_BYTES;
            for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
                cancel.throwIfCancelled(target.job());
                lastByte.set(System.nanoTime());
                out.write(buffer, 0, count);
                done += count;
                if (done - reported >= REPORT_BYTES) {
                    reported = done;
                    progress.accept(new Progress(target.fileName(), done, total));
                }
            }
        } finally {
            watch.interrupt();
        }
        progress.accept(new Progress(target.fileName(), done, total));
        if (done < total && length > 0) {
            throw new SourceFailure(Code.SOURCE_UNREACHABLE, "ended at " + done + " of " + total);
        }
    }

    private static int read(InputStream in, byte[] buffer) throws SourceFailure {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new SourceFailure(Code.SOURCE_UNREACHABLE, describe(e));
        }
    }

    private static void closeOnStall(InputStream in, AtomicLong lastByte) {
        try {
            while (System.nanoTime() - lastByte.get() < STALL_TIMEOUT.toNanos()) {
                Thread.sleep(1000);
            }
            closeQuietly(in);
        } catch (InterruptedException e) {
            // The download ended: nothing to watch any more.
        }
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // The reader sees the closed stream: that is all that is wanted.
        }
    }
}
