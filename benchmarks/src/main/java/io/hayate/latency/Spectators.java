package io.hayate.latency;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who looks at a run: three that hear the page's events as browsers do, but draw nothing; one that asks for
 * the metrics each second; a webhook that takes notifications. Threads of this process, which sleep but for
 * what they are sent.
 */
final class Spectators implements AutoCloseable {
    private static final int BROWSERS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer hook;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong bytesHeard = new AtomicLong();
    private final AtomicLong metricsRead = new AtomicLong();
    private final AtomicLong notified = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    /** Listens for notifications. */
    Spectators() throws IOException {
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", this::onNotification);
        hook.start();
    }

    /** Where the webhook listens. */
    int hookPort() {
        return hook.getAddress().getPort();
    }

    /** Begins to look at the page at a port, as soon as it is there; until {@link #close}. */
    void look(int port, String token) {
        for (int i = 0; i < BROWSERS; i++) {
            repeat("browser " + i, request(port, "/api/events", token), this::hear);
        }
        repeat("metrics", request(port, "/metrics", token), this::readMetrics);
    }

    private static HttpRequest request(int port, String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    /** What a thread does again and again. */
    private interface Look {
        void at(HttpRequest request) throws IOException, InterruptedException;
    }

    private void repeat(String name, HttpRequest request, Look look) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                while (true) {
                                    attempt(request, look);
                                    Thread.sleep(PAUSE.toMillis());
                                }
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt(); // it ends
                            }
                        },
                        name);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private void attempt(HttpRequest request, Look look) throws InterruptedException {
        try {
            look.at(request);
        } catch (IOException e) {
            refused.incrementAndGet(); // no page before the client has started, nor after its end
        }
    }

    private void hear(HttpRequest request) throws IOException, InterruptedException {
        byte[] bytes = new byte[1 << 16];
        try (InputStream events = http.send(request, BodyHandlers.ofInputStream()).body()) {
            for (int count = events.read(bytes); count >= 0; count = events.read(bytes)) {
                bytesHeard.addAndGet(count);
            }
        }
    }

    private void readMetrics(HttpRequest request) throws IOException, InterruptedException {
        String text = http.send(request, BodyHandlers.ofString()).body();
        if (text.contains("hayate_")) {
            metricsRead.incrementAndGet();
        }
    }

    private void onNotification(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        notified.incrementAndGet();
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /**
     * Ends all of them.
     *
     * @throws IOException if the page was never seen: then nothing was measured that was asked for
     */
    @Override
    public void close() throws IOException {
        threads.forEach(Thread::interrupt);
        hook.stop(0);
        if (bytesHeard.get() == 0 || metricsRead.get() == 0) {
            throw new IOException("its page was never seen: " + words());
        }
    }

    /** What they saw. */
    String words() {
        return String.format(
                "%s B of events, metrics %s times, %s notifications, %s times no page",
                bytesHeard, metricsRead, notified, refused);
    }
}
