package org.fumikura.inference.remote;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import java.net.http.HttpClient;

/// The connection langchain4j's client uses.
final class RemoteHttp {
    private RemoteHttp() {}

    /// HTTP/1.1, because several servers stumble over the offer of HTTP/2; no redirects, because a
    /// key and a question must not go where the person did not send them.
    static HttpClientBuilder client(RemoteTimeouts timeouts) {
        return new JdkHttpClientBuilder()
                .httpClientBuilder(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .followRedirects(HttpClient.Redirect.NEVER))
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.answer());
    }
}
