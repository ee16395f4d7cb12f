package io.hayate.notify;

import io.hayate.model.Durations;
import io.hayate.model.Printable;
import io.hayate.news.SecretMask;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Sends messages to a server, each for a bounded time. Of an answer the first part is read. Redirects are
 * not followed: they would take the token along.
 */
final class HttpSender implements MessageSender {
    private static final int WORDS_LENGTH_MAX = 160;
    private static final int RETRY_DIGITS_MAX = 6;
    private static final Pattern RETRY_IN_BODY =
            Pattern.compile("\"retry_after\"\\s*:\\s*(\\d{1," + RETRY_DIGITS_MAX + "})");
    private static final long MS_PER_SECOND = 1_000;
    private static final long RETRY_MAX_MS = 999_999 * MS_PER_SECOND; // as the digits have it
    private static final int OK_MIN = 200;
    private static final int OK_MAX = 299;
    private static final int SERVER_ERROR_MIN = 500;
    private static final List<Integer> LATER = List.of(408, 425, 429);

    private final NotifyTarget target;
    private final SecretMask mask;
    private HttpClient client; // made with the first message: that takes its time

    HttpSender(NotifyTarget target) {
        this.target = target;
        mask = new SecretMask(List.of(target.token()));
    }

    private HttpClient client() {
        if (client == null) {
            client =
                    HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(Duration.ofMillis(target.timeoutMs()))
                            .build();
        }
        return client;
    }

    @Override
    public Delivery send(NotifyMessage message) {
        CompletableFuture<HttpResponse<String>> answer =
                client().sendAsync(HttpForms.request(target, message), info -> new AnswerStart());
        try {
            return of(answer.get(target.timeoutMs(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Delivery.later("no answer within " + Durations.text(target.timeoutMs()));
        } catch (ExecutionException e) {
            client =
                    null; // the JDK leaves a connection with a broken answer open: it goes with its
            // client
            return Delivery.later(words(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Delivery.later("the engine has ended");
        } finally {
            answer.cancel(true);
        }
    }

    private Delivery of(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status >= OK_MIN && status <= OK_MAX) {
            return Delivery.DONE;
        }
        String words = status + words(answer.body());
        return LATER.contains(status) || status >= SERVER_ERROR_MIN
                ? new Delivery(Delivery.Outcome.LATER, words, retryAfterMs(answer))
                : Delivery.refused(words);
    }

    private String words(String body) {
        String line = Printable.line(mask.masked(body.strip().replaceAll("\\s+", " ")));
        String cut =
                line.length() > WORDS_LENGTH_MAX
                        ? line.substring(0, WORDS_LENGTH_MAX) + ".."
                        : line;
        return cut.isEmpty() ? "" : " - " + cut;
    }

    /** By the header, in seconds or as a date, or as Telegram writes them. */
    private static long retryAfterMs(HttpResponse<String> answer) {
        String header = answer.headers().firstValue("Retry-After").orElse("").strip();
        if (header.matches("\\d{1," + RETRY_DIGITS_MAX + "}")) {
            return Long.parseLong(header) * MS_PER_SECOND;
        }
        if (header.endsWith("GMT")) {
            return untilMs(header, answer.headers().firstValue("Date").orElse(""));
        }
        Matcher body = RETRY_IN_BODY.matcher(answer.body());
        return body.find() ? Long.parseLong(body.group(1)) * MS_PER_SECOND : 0;
    }

    /** From the server's date to another, by its own clock, which may not agree with ours; 0 where one is none. */
    private static long untilMs(String date, String now) {
        try {
            Duration left = Duration.between(instant(now), instant(date));
            return Math.min(Math.max(0, left.toMillis()), RETRY_MAX_MS);
        } catch (DateTimeException | ArithmeticException e) {
            return 0;
        }
    }

    private static Instant instant(String date) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip()));
    }

    private String words(Throwable e) {
        if (e instanceof HttpConnectTimeoutException) {
            return "no connection within " + Durations.text(target.timeoutMs());
        } else if (e instanceof ConnectException) {
            boolean isUnknown = e.getCause() instanceof UnresolvedAddressException;
            return isUnknown ? "its host is not known" : "connection refused";
        } else if (e instanceof SSLException) {
            return "TLS failed" + words(String.valueOf(e.getMessage()));
        }
        String kind = e instanceof IOException ? "no answer of HTTP" : e.getClass().getSimpleName();
        return kind + words(String.valueOf(e.getMessage()));
    }
}
