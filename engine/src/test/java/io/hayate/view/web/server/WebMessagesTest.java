package io.hayate.view.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of HTTP that few clients use, and some to harm. */
@Timeout(60)
class WebMessagesTest {
    private final WebRig rig = new WebRig();

    @AfterEach
    void close() {
        rig.close();
    }

    /** The first line of what is answered to these lines. */
    private String answer(String... lines) throws IOException {
        try (Socket socket = rig.connect()) {
            WebRig.write(socket, lines);
            socket.shutdownOutput();
            return WebRig.rest(socket);
        }
    }

    private int status(String... lines) throws IOException {
        return WebRig.status(answer(lines));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Purpose: prefetch",
                "Sec-Purpose: prefetch;prerender",
                "Purpose: prefetch",
                "X-Purpose: preview",
                "X-moz: prefetch"
            })
    void shouldKeepALinkForThePersonWhenABrowserAsksAhead(String header) throws IOException {
        String link = rig.link();
        assertEquals(503, WebRig.status(rig.ask("GET " + link + " HTTP/1.1\n" + header)));
        assertEquals(303, WebRig.status(rig.ask("GET " + link + " HTTP/1.1")));
    }

    @Test
    void shouldKeepALinkForThePersonWhenAProgramLooksAtItsHead() throws IOException {
        String link = rig.link();
        assertEquals(405, WebRig.status(rig.ask("HEAD " + link + " HTTP/1.1")));
        assertEquals(405, WebRig.status(rig.ask("OPTIONS " + link + " HTTP/1.1")));
        assertEquals(401, WebRig.status(rig.ask("POST " + link + " HTTP/1.1")));
        assertEquals(303, WebRig.status(rig.ask("GET " + link + " HTTP/1.1")));
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONS *,405",
        "OPTIONS /live,405",
        "TRACE /live,405",
        "CONNECT evil.example:443,405",
        "GET live,400",
        "GET *,400",
        "GET http://evil.example/live,400",
        "GET https://127.0.0.1/live,400",
        "GET //evil.example/live,401",
        "HEAD /live,200",
    })
    void shouldAnswerWhatFewAskFor(String request, int status) throws IOException {
        assertEquals(status, WebRig.status(rig.ask(request + " HTTP/1.1")));
        assertEquals(200, WebRig.status(rig.ask("GET /live HTTP/1.1")));
    }

    @Test
    void shouldTakeAWholeAddressOfOursForItsPath() throws IOException {
        String ours = "http://127.0.0.1:" + rig.server.port();
        assertTrue(rig.ask("GET " + ours + "/live HTTP/1.1").endsWith("seen /live"));
        assertTrue(rig.ask("GET " + ours + " HTTP/1.1").endsWith("a link, please"));
        assertEquals(400, WebRig.status(rig.ask("GET " + ours + "0/live HTTP/1.1")));
    }

    @Test
    void shouldSendNoContentBehindAHead() throws IOException {
        String answer = rig.ask("HEAD /live HTTP/1.1");
        assertTrue(answer.endsWith("\r\n\r\n"), answer);
        assertTrue(answer.contains("content-length: 10"), answer);
    }

    @Test
    void shouldReadABodyInChunks() throws IOException {
        String answer =
                answer(
                        "POST /command HTTP/1.1",
                        rig.host(),
                        WebRig.token(),
                        "Transfer-Encoding: chunked",
                        "",
                        "4",
                        "ab\"c",
                        "1",
                        "d",
                        "0");
        assertEquals(200, WebRig.status(answer));
        assertEquals("ab\"cd", rig.changes.get(0).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\nContent-Length: 4",
                "Content-Length: 4\nTransfer-Encoding: chunked",
                "Content-Length: 4\nContent-Length: 5",
                "Content-Length: -1",
                "Content-Length: four",
                "Transfer-Encoding: chunked\nTransfer-Encoding: identity",
            })
    void shouldRefuseABodyOfWhichItIsNotClearHowLongItIs(String headers) throws IOException {
        String answer =
                answer(
                        "POST /command HTTP/1.1",
                        rig.host(),
                        WebRig.token(),
                        headers.replace("\n", "\r\n"),
                        "",
                        "0");
        assertEquals(400, WebRig.status(answer), answer);
        assertTrue(rig.changes.isEmpty());
    }

    @Test
    void shouldBeAskedByOneNameOfOurs() throws IOException {
        int port = rig.server.port();
        assertEquals(200, status("GET /live HTTP/1.1", "Host: [::1]:" + port));
        assertEquals(200, status("GET /live HTTP/1.1", "host: LOCALHOST:" + port));
        assertEquals(421, status("GET /live HTTP/1.1", "Host: [::2]:" + port));
        assertEquals(421, status("GET /live HTTP/1.1", rig.host(), rig.host()));
        assertEquals(421, status("GET /live HTTP/1.1", rig.host(), "Host: evil.example"));
        assertEquals(421, status("GET /live HTTP/1.1"));
    }

    @Test
    void shouldAnswerOldClientsAndHangUp() throws IOException {
        try (Socket socket = rig.connect()) {
            WebRig.write(socket, "GET /live HTTP/1.0", rig.host());
            assertTrue(WebRig.rest(socket).endsWith("seen /live"));
        }
        assertEquals(505, status("GET /events HTTP/1.0", rig.host(), WebRig.token()));
    }
}
