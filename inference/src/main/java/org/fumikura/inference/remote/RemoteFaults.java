package org.fumikura.inference.remote;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;

/// What a failed call to another machine comes to. What the server wrote is left out: it may hold
/// the question.
final class RemoteFaults {
    private RemoteFaults() {}

    static InferenceException of(Throwable fault, Endpoint endpoint) {
        int status = 0;
        for (Throwable at = fault; at != null; at = at.getCause()) {
            switch (at) {
                case InferenceException known -> {
                    return known;
                }
                case AuthenticationException _ -> {
                    return fault(Code.ENDPOINT_KEY_REFUSED, host(endpoint), fault);
                }
                case ModelNotFoundException _ -> {
                    return fault(Code.ENDPOINT_MODEL_UNKNOWN, endpoint.label(), fault);
                }
                case RateLimitException _ -> {
                    return fault(Code.ENDPOINT_BUSY, host(endpoint), fault);
                }
                case ConnectException _,
                        UnknownHostException _,
                        UnresolvedAddressException _,
                        HttpConnectTimeoutException _ -> {
                    return fault(Code.ENDPOINT_UNREACHABLE, address(endpoint), fault);
                }
                case TimeoutException _, HttpTimeoutException _ -> {
                    if (!isConnecting(fault)) {
                        return fault(Code.ENDPOINT_TIMEOUT, host(endpoint), fault);
                    }
                }
                case HttpException http -> status = http.statusCode();
                default -> {}
            }
        }
        String detail = status == 0 ? fault.getClass().getSimpleName() : "HTTP " + status;
        return fault(Code.ENDPOINT_FAILED, host(endpoint) + ", " + detail, fault);
    }

    /// The cause's message may hold text: only its kind goes on.
    private static InferenceException fault(Code code, String detail, Throwable cause) {
        var kind = new IllegalStateException(cause.getClass().getName());
        kind.setStackTrace(cause.getStackTrace());
        return new InferenceException(code, detail, kind);
    }

    private static boolean isConnecting(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static String host(Endpoint endpoint) {
        return String.valueOf(endpoint.address().getHost());
    }

    private static String address(Endpoint endpoint) {
        return endpoint.address().toString();
    }
}
