package io.hayate.view.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Clocks;
import io.hayate.model.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebServerTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final String FIRST = "data: first\n\n";

    private final AtomicLong timeMs = new AtomicLong(1);
    private final List<WebRequest> changes = new ArrayList<>(); // guarded by itself
    private WebServer server;

    private final WebRoutes routes =
            new WebRoutes() {
                @Override
                public boolean isOpen(String path) {
                    return path.equals("/live");
                }

                @Override
                public boolean isStream(String path) {
                    return path.equals("/events");
                }

                @Override
                public WebReply answer(WebRequest request) {
                    if (request.isPost()) {
                        synchronized (changes) {
                            changes.add(request);
                        }
                    }
                    return request.path().startsWith("/none")
                            ? WebReply.notFound()
                            : WebReply.of(200, WebReply.TEXT, "seen " + request.path());
                }

                @Override
                public WebReply askForLink() {
                    return WebReply.of(401, WebReply.TEXT, "a link, please");
                }
            };

    @BeforeEach
    void start() {
        WebConfig config = new WebConfig(true, "127.0.0.1", 0, List.of("desk"), null, TOKEN);
        Clocks clocks = new Clocks(SystemNanoClock.INSTANCE, timeMs::get);
        server = WebServer.start(config, routes, () -> FIRST, clocks);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    private String ask(String head) throws IOException {
        return ask(head, "");
    }

    /** Sends a request, and returns all that comes until the server hangs up. */
    private String ask(String head, String body) throws IOException {
        try (Socket socket = connect()) {
            String host =
                    head.contains("\nHost:") ? "" : "Host: 127.0.0.1:" + server.port() + "\r\n";
            String text =
                    head.replace("\n", "\r\n")
                            + "\r\n"
                            + host
                            + "Connection: close\r\nContent-Length: "
                            + body.length()
                            + "\r\n\r\n"
                            + body;
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.split(" ", 3)[1]);
    }

    private String bearer() {
        return "\nAuthorization: Bearer " + TOKEN;
    }

    private String cookie() throws IOException {
        String link = server.newLink();
        String answer = ask("GET " + link.substring(server.url().length()) + " HTTP/1.1");
        assertEquals(303, status(answer));
        assertTrue(answer.contains("HttpOnly; SameSite=Strict"), answer);
        int start = answer.indexOf("hayate=");
        return "\nCookie: " + answer.substring(start, answer.indexOf(';', start));
    }

    @Test
    void shouldTellNothingButWhetherItLivesToWhoHasShownNothing() throws IOException {
        assertEquals(200, status(ask("GET /live HTTP/1.1")));
        assertEquals(401, status(ask("GET /state HTTP/1.1")));
        assertEquals(401, status(ask("GET /events HTTP/1.1")));
        assertEquals(401, status(ask("POST /command HTTP/1.1")));
        assertTrue(ask("GET / HTTP/1.1").contains("a link, please"));
        assertTrue(changes.isEmpty());
    }

    @Test
    void shouldAnswerWhoShowsTheTokenOrASession() throws IOException {
        assertTrue(ask("GET /state HTTP/1.1" + bearer()).endsWith("seen /state"));
        assertTrue(ask("GET /state HTTP/1.1" + cookie()).endsWith("seen /state"));
        assertEquals(404, status(ask("GET /none HTTP/1.1" + bearer())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcde", "0123456789abcdefg", "0123456789abcdeF"})
    void shouldRefuseAnyOtherToken(String given) throws IOException {
        assertEquals(401, status(ask("GET /state HTTP/1.1\nAuthorization: Bearer " + given)));
    }

    @Test
    void shouldLetALinkInOnceAndInTime() throws IOException {
        String link = server.newLink().substring(server.url().length());
        assertTrue(server.newLink().length() <= 70, "behind a title it fits 80 columns");
        assertEquals(303, status(ask("GET " + link + " HTTP/1.1")));
        assertEquals(401, status(ask("GET " + link + " HTTP/1.1")));

        String late = server.newLink().substring(server.url().length());
        timeMs.addAndGet(WebSessions.LINK_MS + 1);
        assertEquals(401, status(ask("GET " + late + " HTTP/1.1")));
        assertEquals(401, status(ask("GET /open HTTP/1.1")));
    }

    @Test
    void shouldEndASessionWhenItIsOld() throws IOException {
        String cookie = cookie();
        timeMs.addAndGet(WebSessions.SESSION_MS + 1);

        assertEquals(401, status(ask("GET /state HTTP/1.1" + cookie)));
    }

    /** A page that had its own name resolved to this machine, and one that asks behind its reader's back. */
    @Test
    void shouldRefusePagesOfOtherHosts() throws IOException {
        String cookie = cookie();
        assertEquals(421, status(ask("GET /state HTTP/1.1\nHost: evil.example" + cookie)));
        assertEquals(421, status(ask("GET /live HTTP/1.1\nHost: 127.0.0.1:1" + cookie)));
        assertEquals(
                403, status(ask("GET /state HTTP/1.1\nOrigin: https://evil.example" + cookie)));
        assertEquals(403, status(ask("POST /command HTTP/1.1\nOrigin: null" + cookie, "x")));
        assertEquals(403, status(ask("POST /command HTTP/1.1" + cookie, "x")), "no page is named");
        assertTrue(changes.isEmpty());

        String ours = "\nOrigin: http://127.0.0.1:" + server.port();
        assertEquals(200, status(ask("POST /command HTTP/1.1" + ours + cookie, "x")));
        assertEquals(200, status(ask("POST /command HTTP/1.1" + bearer(), "x")));
        String named = "\nHost: desk:" + server.port();
        assertEquals(200, status(ask("GET /live HTTP/1.1" + named)));
        assertEquals(2, changes.size());
        assertEquals("127.0.0.1", changes.get(0).asker());
    }

    @ParameterizedTest
    @CsvSource({
        "PUT /state,405",
        "DELETE /state,405",
        "OPTIONS /state,405",
        "TRACE /state,405",
        "GET /%zz,400",
        "GET /none/../../etc/passwd,404",
        "GET /none/%2e%2e%2fetc/passwd,404",
    })
    void shouldRefuseWhatIsNoRequestForAPage(String request, int status) throws IOException {
        assertEquals(status, status(ask(request + " HTTP/1.1" + bearer())));
        assertEquals(200, status(ask("GET /live HTTP/1.1")));
    }

    @Test
    void shouldRefuseWhatIsTooLong() throws IOException {
        String path = "/" + "a".repeat(8_000);
        int line = status(ask("GET " + path + " HTTP/1.1" + bearer()));
        assertTrue(line == 414 || line == 400, "" + line);
        String header = "\nX-Long: " + "a".repeat(20_000);
        int headers = status(ask("GET /state HTTP/1.1" + header + bearer()));
        assertTrue(headers == 431 || headers == 400, "" + headers);
        assertEquals(413, status(ask("POST /command HTTP/1.1" + bearer(), "a".repeat(70_000))));
        assertEquals(200, status(ask("GET /live HTTP/1.1")));
        assertTrue(changes.isEmpty());
    }

    @Test
    void shouldHangUpOnWhatIsNoHttp() throws IOException {
        for (String text :
                List.of("\0\1\2\3\r\n\r\n", "HELO there\r\n\r\n", "\u0016\u0003\u0001")) {
            try (Socket socket = connect()) {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            }
        }
        assertEquals(200, status(ask("GET /live HTTP/1.1")));
    }

    @Test
    void shouldServeOnWhileAThousandConnectionsStandIdle() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                Socket socket = connect();
                idle.add(socket);
                if (i >= WebPipeline.CONNECTIONS_MAX) {
                    assertTrue(hangsUp(socket), "connection " + i);
                }
            }
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
        int answered = 0;
        while (answered != 200) { // the server sees the ends of those before, one by one
            String answer = ask("GET /live HTTP/1.1");
            answered = answer.isEmpty() ? 0 : status(answer);
        }
    }

    private static boolean hangsUp(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true; // by a reset
        }
    }

    @Test
    void shouldTellStreamsAllAtFirstAndThenEachEvent() throws Exception {
        try (Socket socket = connect()) {
            String head = "GET /events HTTP/1.1\r\nHost: localhost:" + server.port() + bearer();
            socket.getOutputStream()
                    .write(
                            (head.replace("\n", "\r\n").replace("\r\r", "\r") + "\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            assertTrue(readUntil(in, "data: first").contains("text/event-stream"));
            server.every(1, () -> server.send("data: more\n\n"));
            readUntil(in, "data: more");
        }
    }

    private static String readUntil(InputStream in, String wanted) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(wanted) < 0) {
            int read = in.read();
            assertTrue(read >= 0, "ended after " + text);
            text.append((char) read);
        }
        return text.toString();
    }

    @Test
    void shouldRefuseToListenWhereItMayNot() {
        WebConfig taken = new WebConfig(true, "127.0.0.1", server.port(), List.of(), null, TOKEN);
        Clocks clocks = new Clocks(SystemNanoClock.INSTANCE, timeMs::get);
        ConfigException e =
                assertThrows(
                        ConfigException.class,
                        () -> WebServer.start(taken, routes, () -> FIRST, clocks));
        assertTrue(e.getMessage().startsWith("http.host and http.port must be"), e.getMessage());

        ConfigException open =
                assertThrows(
                        ConfigException.class,
                        () -> new WebConfig(true, "0.0.0.0", 0, List.of(), null, TOKEN));
        assertTrue(open.getMessage().contains("http.tls-cert"), open.getMessage());
        assertThrows(
                ConfigException.class,
                () -> new WebConfig(true, "127.0.0.1", 0, List.of(), null, "short"));
        assertFalse(WebConfig.OFF.isEnabled());
    }
}
