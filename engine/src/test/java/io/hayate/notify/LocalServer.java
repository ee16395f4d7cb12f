package io.hayate.notify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server on this machine that answers as a test wants, and keeps what it was asked. */
public final class LocalServer implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private volatile int status = 200;
    private volatile String body = "";
    private volatile String retryAfter = "";
    private volatile String location = "";

    /** A request. */
    public record Asked(
            String path, String contentType, String authorization, String title, String body) {}

    /** Starts one on a free port. */
    public LocalServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] text = exchange.getRequestBody().readAllBytes();
                    asked.add(
                            new Asked(
                                    exchange.getRequestURI().toString(),
                                    exchange.getRequestHeaders().getFirst("Content-Type"),
                                    exchange.getRequestHeaders().getFirst("Authorization"),
                                    exchange.getRequestHeaders().getFirst("Title"),
                                    new String(text, StandardCharsets.UTF_8)));
                    if (!retryAfter.isEmpty()) {
                        exchange.getResponseHeaders().add("Retry-After", retryAfter);
                    }
                    if (!location.isEmpty()) {
                        exchange.getResponseHeaders().add("Location", location);
                    }
                    byte[] answer = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
    }

    /** Answers so from now on. */
    public LocalServer answer(int code, String text) {
        status = code;
        body = text;
        return this;
    }

    LocalServer retryAfter(String seconds) {
        retryAfter = seconds;
        return this;
    }

    LocalServer location(String address) {
        location = address;
        return this;
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next request; waits for it. */
    public Asked next() throws InterruptedException {
        return asked.take();
    }

    int count() {
        return asked.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
