package io.hayate.history;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
    private static final int TIMEOUT_S = 10;

    private final HttpClient client;
    private final URI base;
    private final HistoryAccount account;
    private final RestTap tap;

    /**
     * Requests to nobody yet.
     *
     * @param base scheme, host and port
     * @param tap hears of what is asked and answered, each of two tries
     */
    public RestCall(URI base, HistoryAccount account, RestTrust trust, RestTap tap) {
        this.tap = tap;
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
        RestAnswer answer = send(path, body);
        if (answer.isNonceSmall()) {
            account.nonces().onTooSmall();
            answer = send(path, body);
        }
        if (!answer.isNonceSmall()) {
            account.nonces().onTaken();
        }
        return answer.asked();
    }

    private RestAnswer send(String path, String body) throws IOException, InterruptedException {
        try {
            RestAnswer answer = answer(path, body);
            tap.onAnswer(path, body, answer);
            return answer;
        } catch (IOException e) {
            tap.onFailure(path, body, e.getMessage());
            throw e;
        }
    }

    private RestAnswer answer(String path, String body) throws IOException, InterruptedException {
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
            HttpResponse<byte[]> response = sent.get(TIMEOUT_S, TimeUnit.SECONDS);
            return new RestAnswer(response.statusCode(), response.body());
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
