package io.hayate.view.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Clocks;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A server of a few paths, and clients over sockets. */
final class WebRig implements AutoCloseable {
    static final String TOKEN = "0123456789abcdef";
    static final String FIRST = "data: first\n\n";
    static final int LARGE_BYTES = 256 << 10;

    final AtomicLong timeMs = new AtomicLong(1);
    final AtomicLong timeNs = new AtomicLong(1);
    final List<WebRequest> changes = new ArrayList<>(); // guarded by itself
    final AtomicInteger large = new AtomicInteger(); // answers
    final CountDownLatch slow = new CountDownLatch(1); // until which slow answers take
    final WebServer server;

    private final WebRoutes routes =
            new WebRoutes() {
                private final byte[] bytes = new byte[LARGE_BYTES];

                @Override
                public boolean isOpen(String path) {
                    return path.equals("/live") || path.equals("/large");
                }

                @Override
                public boolean isStream(String path) {
                    return path.equals("/events");
                }

                @Override
                public boolean isSlow(WebRequest request) {
                    return request.path().equals("/slow");
                }

                @Override
                public WebReply answer(WebRequest request) {
                    return answerTo(request, bytes);
                }

                @Override
                public WebReply askForLink() {
                    return WebReply.of(401, WebReply.TEXT, "a link, please");
                }
            };

    WebRig() {
        this(new WebConfig(true, "127.0.0.1", 0, List.of("desk"), null, TOKEN), WebLimits.DEFAULTS);
    }

    WebRig(WebConfig config, WebLimits limits) {
        server = WebServer.start(config, limits, routes, () -> FIRST, clocks());
    }

    Clocks clocks() {
        return new Clocks(timeNs::get, timeMs::get);
    }

    WebRoutes routes() {
        return routes;
    }

    private WebReply answerTo(WebRequest request, byte[] bytes) {
        if (request.isPost()) {
            synchronized (changes) {
                changes.add(request);
            }
        }
        if (request.path().equals("/large")) {
            large.incrementAndGet();
            return WebReply.ok(WebReply.TEXT, bytes);
        }
        if (request.path().equals("/slow")) {
            try {
                slow.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return request.path().startsWith("/none")
                ? WebReply.notFound()
                : WebReply.of(200, WebReply.TEXT, "seen " + request.path());
    }

    /** What this is on thread {@code web}. */
    <T> T onWeb(Supplier<T> asked) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        server.every(
                1,
                () -> {
                    if (!answer.isDone()) {
                        answer.complete(asked.get());
                    }
                });
        return answer.join();
    }

    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    /** The name that it is asked by, as a header. */
    String host() {
        return "Host: 127.0.0.1:" + server.port();
    }

    /** Writes a request of these lines, with an empty line behind. */
    static void write(Socket socket, String... lines) throws IOException {
        String text = String.join("\r\n", lines) + "\r\n\r\n";
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a request, and returns all that comes until the server hangs up. */
    String ask(String head) throws IOException {
        return ask(head, "");
    }

    String ask(String head, String body) throws IOException {
        try (Socket socket = connect()) {
            String host = head.contains("\nHost:") ? "" : host() + "\r\n";
            String text =
                    head.replace("\n", "\r\n")
                            + "\r\n"
                            + host
                            + "Connection: close\r\nContent-Length: "
                            + body.length()
                            + "\r\n\r\n"
                            + body;
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return rest(socket);
        }
    }

    /** All that comes until the server hangs up. */
    static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    static String bearer() {
        return "\n" + token();
    }

    static String token() {
        return "Authorization: Bearer " + TOKEN;
    }

    /** A fresh link, from its path on. */
    String link() {
        return server.newLink().substring(server.url().length());
    }

    String cookie() throws IOException {
        String answer = ask("GET " + link() + " HTTP/1.1");
        assertEquals(303, status(answer));
        assertTrue(answer.contains("HttpOnly; SameSite=Strict"), answer);
        return "\nCookie: " + cookieOf(answer);
    }

    static String cookieOf(String answer) {
        int start = answer.indexOf("hayate-");
        return answer.substring(start, answer.indexOf(';', start));
    }

    static String readUntil(InputStream in, String wanted) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(wanted, text.length() - wanted.length()) < 0) {
            int read = in.read();
            assertTrue(read >= 0, "ended after " + text);
            text.append((char) read);
        }
        return text.toString();
    }

    static boolean hangsUp(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true; // by a reset
        }
    }

    @Override
    public void close() {
        slow.countDown();
        server.close();
    }
}
