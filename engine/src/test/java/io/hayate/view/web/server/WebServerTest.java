package io.hayate.view.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.model.Clocks;
import io.hayate.model.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebServerTest {
    private final WebRig rig = new WebRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private String ask(String head) throws IOException {
        return rig.ask(head);
    }

    private String ask(String head, String body) throws IOException {
        return rig.ask(head, body);
    }

    @Test
    void shouldTellNothingButWhetherItLivesToWhoHasShownNothing() throws IOException {
        assertEquals(200, WebRig.status(ask("GET /live HTTP/1.1")));
        assertEquals(401, WebRig.status(ask("GET /state HTTP/1.1")));
        assertEquals(401, WebRig.status(ask("GET /events HTTP/1.1")));
        assertEquals(401, WebRig.status(ask("POST /command HTTP/1.1")));
        assertTrue(ask("GET / HTTP/1.1").contains("a link, please"));
        assertTrue(rig.changes.isEmpty());
    }

    @Test
    void shouldAnswerWhoShowsTheTokenOrASession() throws IOException {
        assertTrue(ask("GET /state HTTP/1.1" + WebRig.bearer()).endsWith("seen /state"));
        assertTrue(ask("GET /state HTTP/1.1" + rig.cookie()).endsWith("seen /state"));
        assertEquals(404, WebRig.status(ask("GET /none HTTP/1.1" + WebRig.bearer())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcde", "0123456789abcdefg", "0123456789abcdeF"})
    void shouldRefuseAnyOtherToken(String given) throws IOException {
        assertEquals(
                401, WebRig.status(ask("GET /state HTTP/1.1\nAuthorization: Bearer " + given)));
    }

    @Test
    void shouldLetALinkInOnceAndInTime() throws IOException {
        String link = rig.link();
        assertTrue(rig.server.newLink().length() <= 70, "behind a title it fits 80 columns");
        assertEquals(303, WebRig.status(ask("GET " + link + " HTTP/1.1")));
        assertEquals(401, WebRig.status(ask("GET " + link + " HTTP/1.1")));

        String late = rig.link();
        rig.timeMs.addAndGet(WebSessions.LINK_MS + 1);
        assertEquals(401, WebRig.status(ask("GET " + late + " HTTP/1.1")));
        assertEquals(401, WebRig.status(ask("GET /open HTTP/1.1")));
    }

    /** Browsers show a host's cookies to all of its ports. */
    @Test
    void shouldLeaveTheSessionOfAnotherEngineOnThisHostAlone() throws IOException {
        try (WebRig other = new WebRig()) {
            String both = rig.cookie() + "; " + other.cookie().substring("\nCookie: ".length());
            assertEquals(200, WebRig.status(ask("GET /state HTTP/1.1" + both)));
            assertEquals(200, WebRig.status(other.ask("GET /state HTTP/1.1" + both)));
            assertFalse(rig.cookie().split("=", 2)[0].equals(other.cookie().split("=", 2)[0]));
        }
    }

    @Test
    void shouldEndASessionWhenItIsOld() throws IOException {
        String cookie = rig.cookie();
        rig.timeMs.addAndGet(WebSessions.SESSION_MS + 1);

        assertEquals(401, WebRig.status(ask("GET /state HTTP/1.1" + cookie)));
    }

    /** A page that had its own name resolved to this machine, and one that asks behind its reader's back. */
    @Test
    void shouldRefusePagesOfOtherHosts() throws IOException {
        String cookie = rig.cookie();
        assertEquals(421, WebRig.status(ask("GET /state HTTP/1.1\nHost: evil.example" + cookie)));
        assertEquals(421, WebRig.status(ask("GET /live HTTP/1.1\nHost: 127.0.0.1:1" + cookie)));
        assertEquals(
                403,
                WebRig.status(ask("GET /state HTTP/1.1\nOrigin: https://evil.example" + cookie)));
        assertEquals(403, WebRig.status(ask("POST /command HTTP/1.1\nOrigin: null" + cookie, "x")));
        assertEquals(
                403,
                WebRig.status(ask("POST /command HTTP/1.1" + cookie, "x")),
                "no page is named");
        assertTrue(rig.changes.isEmpty());

        String ours = "\nOrigin: http://127.0.0.1:" + rig.server.port();
        assertEquals(200, WebRig.status(ask("POST /command HTTP/1.1" + ours + cookie, "x")));
        assertEquals(200, WebRig.status(ask("POST /command HTTP/1.1" + WebRig.bearer(), "x")));
        String named = "\nHost: desk:" + rig.server.port();
        assertEquals(200, WebRig.status(ask("GET /live HTTP/1.1" + named)));
        assertEquals(2, rig.changes.size());
        assertEquals("127.0.0.1", rig.changes.get(0).asker());
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
        assertEquals(status, WebRig.status(ask(request + " HTTP/1.1" + WebRig.bearer())));
        assertEquals(200, WebRig.status(ask("GET /live HTTP/1.1")));
    }

    @Test
    void shouldRefuseWhatIsTooLong() throws IOException {
        String path = "/" + "a".repeat(8_000);
        int line = WebRig.status(ask("GET " + path + " HTTP/1.1" + WebRig.bearer()));
        assertTrue(line == 414 || line == 400, "" + line);
        String header = "\nX-Long: " + "a".repeat(20_000);
        int headers = WebRig.status(ask("GET /state HTTP/1.1" + header + WebRig.bearer()));
        assertTrue(headers == 431 || headers == 400, "" + headers);
        assertEquals(
                413,
                WebRig.status(ask("POST /command HTTP/1.1" + WebRig.bearer(), "a".repeat(70_000))));
        assertEquals(200, WebRig.status(ask("GET /live HTTP/1.1")));
        assertTrue(rig.changes.isEmpty());
    }

    @Test
    void shouldHangUpOnWhatIsNoHttp() throws IOException {
        for (String text :
                List.of("\0\1\2\3\r\n\r\n", "HELO there\r\n\r\n", "\u0016\u0003\u0001")) {
            try (Socket socket = rig.connect()) {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            }
        }
        assertEquals(200, WebRig.status(ask("GET /live HTTP/1.1")));
    }

    @Test
    void shouldTellStreamsAllAtFirstAndThenEachEvent() throws Exception {
        try (Socket socket = rig.connect()) {
            String host = "Host: localhost:" + rig.server.port();
            WebRig.write(socket, "GET /events HTTP/1.1", host, WebRig.token());
            InputStream in = socket.getInputStream();
            assertTrue(WebRig.readUntil(in, "data: first").contains("text/event-stream"));
            rig.server.every(1, () -> rig.server.send("data: more\n\n"));
            WebRig.readUntil(in, "data: more");
        }
    }

    @Test
    void shouldRefuseToListenWhereItMayNot() {
        WebConfig taken =
                new WebConfig(true, "127.0.0.1", rig.server.port(), List.of(), null, WebRig.TOKEN);
        Clocks clocks = rig.clocks();
        ConfigException e =
                assertThrows(
                        ConfigException.class,
                        () -> WebServer.start(taken, rig.routes(), () -> WebRig.FIRST, clocks));
        assertTrue(e.getMessage().startsWith("http.host and http.port must be"), e.getMessage());

        ConfigException open =
                assertThrows(
                        ConfigException.class,
                        () -> new WebConfig(true, "0.0.0.0", 0, List.of(), null, WebRig.TOKEN));
        assertTrue(open.getMessage().contains("http.tls-cert"), open.getMessage());
        assertThrows(
                ConfigException.class,
                () -> new WebConfig(true, "127.0.0.1", 0, List.of(), null, "short"));
        assertFalse(WebConfig.OFF.isEnabled());
    }
}
