package io.hayate.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One signed request over HTTP at a time, with an end to waiting and to what is read. A nonce that has come
 * too late, as the account's connection took a larger one meanwhile, is tried once more.
 */
public final class RestCall implements RestWay {
    static final int OK = 200;

    private static final int TIMEOUT_S = 10;
    private static final String NONCE_SMALL = "nonce: small";

    private final HttpClient client;
    private final URI base;
    private final HistoryAccount account;

    /**
     * Requests to nobody yet.
     *
     * @param base scheme, host and port
     */
    public RestCall(URI base, HistoryAccount account, RestTrust trust) {
        client =
                trust.apply(HttpClient.newBuilder())
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(Duration.ofSeconds(TIMEOUT_S))
                        .build();
        this.base = base;
        this.account = account;
    }

    @Override
    public byte[] post(String path, String body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send(path, body);
        if (isNonceSmall(answer)) {
            account.nonces().onTooSmall();
            answer = send(path, body);
        }
        if (!isNonceSmall(answer)) {
            account.nonces().onTaken();
        }
        if (answer.statusCode() != OK) {
            throw new IOException("HTTP status " + answer.statusCode() + words(answer.body()));
        }
        return answer.body();
    }

    private static boolean isNonceSmall(HttpResponse<byte[]> answer) {
        return answer.statusCode() != OK && words(answer.body()).contains(NONCE_SMALL);
    }

    private static String words(byte[] body) {
        int shown = Math.min(body.length, 80);
        String text = new String(body, 0, shown, StandardCharsets.US_ASCII);
        return shown == 0 ? "" : ", " + text.replaceAll("[^ -~]", "?");
    }

    private HttpResponse<byte[]> send(String path, String body)
            throws IOException, InterruptedException {
        long nonce = account.nonces().next();
        if (nonce < 0) {
            throw new IOException("no nonce is to be had now");
        }
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(TIMEOUT_S))
                        .header("Content-Type", "application/json")
                        .header("bfx-apikey", account.apiKey())
                        .header("bfx-nonce", Long.toString(nonce))
                        .header("bfx-signature", account.signature(path, nonce, body))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request, head -> new BoundedBody(HistoryLook.BYTES_MAX));
        try {
            return sent.get(TIMEOUT_S, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + TIMEOUT_S + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(reason(e.getCause()), e);
        } finally {
            boolean unused = sent.cancel(true); // of use where it is not over
        }
    }

    private static String reason(Throwable cause) {
        String text = cause.getMessage();
        return text == null ? cause.getClass().getSimpleName() : text;
    }
}
