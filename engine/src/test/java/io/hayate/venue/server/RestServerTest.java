package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.VenueLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** REST over real sockets. */
class RestServerTest {
    private static final int TIMEOUT_MS = 30_000;
    private static final int ATTEMPTS_MAX = 100;
    private static final String STATUS = "GET /v2/platform/status HTTP/1.1\r\nHost: a\r\n\r\n";

    private final SimulatedVenue venue =
            SimulatedVenue.start(
                    VenueConfig.DEFAULTS.withTickersPerSecond(0).withRestLimitFactor(0));
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofMillis(TIMEOUT_MS))
                    .build();

    @AfterEach
    void close() {
        venue.close();
    }

    private HttpResponse<String> send(String method, String target, String body)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + venue.port() + target);
        HttpRequest.BodyPublisher content =
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .timeout(Duration.ofMillis(TIMEOUT_MS))
                        .method(method, content)
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends these bytes and answers what comes until the connection ends. */
    private static String readToEnd(int port, String sent) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            OutputStream out = socket.getOutputStream();
            out.write(sent.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** As above; nothing when the connection was ended before all was sent. */
    private static String readToReset(int port, String sent) {
        try {
            return readToEnd(port, sent);
        } catch (IOException e) {
            return "";
        }
    }

    private static int count(String text, String part) {
        return text.split(part, -1).length - 1;
    }

    @Test
    void shouldAnswerByJson() throws Exception {
        HttpResponse<String> response = send("GET", "/v2/platform/status", "");

        assertEquals(200, response.statusCode());
        assertEquals("[1]", response.body());
        assertEquals(
                "application/json; charset=utf-8",
                response.headers().firstValue("content-type").orElse(""));
    }

    @Test
    void shouldAnswerErrorsInTheExchangesForm() throws Exception {
        HttpResponse<String> response = send("GET", "/v2/ticker/tNOPE", "");

        assertEquals(500, response.statusCode());
        assertEquals("[\"error\",10020,\"symbol: invalid\"]", response.body());
        assertEquals(404, send("GET", "/nope", "").statusCode());
    }

    @Test
    void shouldReadTheBodyOfAPost() throws Exception {
        HttpResponse<String> response =
                send("POST", "/v2/calc/fx", "{\"ccy1\":\"USD\",\"ccy2\":\"USD\"}");

        assertEquals("[1]", response.body());
    }

    @Test
    void shouldAnswerHeadOptionsAndUnknownMethods() throws Exception {
        HttpResponse<String> head = send("HEAD", "/v2/platform/status", "");
        HttpResponse<String> options = send("OPTIONS", "/v2/platform/status", "");
        HttpResponse<String> delete = send("DELETE", "/v2/platform/status", "");

        assertEquals(200, head.statusCode());
        assertEquals("3", head.headers().firstValue("content-length").orElse(""));
        assertEquals(204, options.statusCode());
        assertEquals("GET, HEAD, POST, OPTIONS", options.headers().firstValue("allow").orElse(""));
        assertEquals(405, delete.statusCode());
        assertEquals("[\"error\",10020,\"method: invalid\"]", delete.body());
        assertEquals(426, send("GET", "/ws/2", "").statusCode());
    }

    @Test
    void shouldEndConnectionsThatAskNothingWhenItStops() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), venue.port())) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(STATUS.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertEquals('H', in.read());

            venue.close();

            String rest = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(rest.endsWith("[1]"), rest);
        }
    }

    @Test
    void shouldAnswerRequestsInTheirOrderWhenTheyComeAtOnce() throws IOException {
        String last = STATUS.replace("Host: a", "Host: a\r\nConnection: close");

        String answers = readToEnd(venue.port(), STATUS.repeat(200) + last);

        assertEquals(201, count(answers, "HTTP/1.1 200 OK"));
    }

    /** Some eighty megabytes are asked for; what is not read is not made. */
    @Test
    void shouldMakeNoMoreThanIsReadWhenRequestsComeAtOnce() throws Exception {
        String book = "GET /v2/book/tBTCUSD/R0?len=100 HTTP/1.1\r\nHost: a\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), venue.port())) {
            socket.setSoTimeout(TIMEOUT_MS);
            socket.getOutputStream().write(book.repeat(1_000).getBytes(StandardCharsets.US_ASCII));
            assertEquals("[1]", send("GET", "/v2/platform/status", "").body());

            byte[] read = socket.getInputStream().readNBytes(2_000_000);

            assertTrue(read.length > 1_000_000);
        }
    }

    @Test
    void shouldEndTheConnectionWhenABodyIsHuge() throws IOException {
        String head = "POST /v2/calc/fx HTTP/1.1\r\nHost: a\r\nContent-Length: 999999999\r\n\r\n{";

        String answer = readToEnd(venue.port(), head);

        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.endsWith("[\"error\",10020,\"body: too large\"]"), answer);
    }

    @Test
    void shouldEndTheConnectionWhenARequestIsNoHttp() throws IOException {
        String answer = readToEnd(venue.port(), "what\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(
                readToEnd(venue.port(), "GET /" + "a".repeat(9_000) + " HTTP/1.1\r\n\r\n")
                        .startsWith("HTTP/1.1 414"));
    }

    @Test
    void shouldEndTheConnectionWhenABodyDoesNotCome() throws IOException {
        VenueLimits hasty = new VenueLimits(500, 400, 200, 200, 20, 100, 1 << 20, 1 << 20);
        try (SimulatedVenue other = SimulatedVenue.start(VenueConfig.DEFAULTS.withLimits(hasty))) {
            String half = "POST /v2/calc/fx HTTP/1.1\r\nHost: a\r\nContent-Length: 40\r\n\r\n{";

            String answers = "";
            for (int i = 0; i < ATTEMPTS_MAX && answers.isEmpty(); i++) { // the first may be late
                answers = readToReset(other.port(), STATUS + half);
            }

            assertEquals(1, count(answers, "HTTP/1.1 "));
            assertEquals(1, count(answers, "HTTP/1.1 200 OK"));
        }
    }

    @Test
    void shouldRefuseTheConnectionThatIsOneTooMany() throws IOException {
        VenueLimits few = new VenueLimits(1, 1, 200, 10_000, 20, 100, 1 << 20, 1 << 20);
        try (SimulatedVenue other =
                        SimulatedVenue.start(
                                VenueConfig.DEFAULTS.withTickersPerSecond(0).withLimits(few));
                RawConnection first = new RawConnection(other.port())) {
            assertTrue(first.upgrade("/ws/2").contains("101"));

            String answer = readToEnd(other.port(), STATUS);

            assertTrue(answer.startsWith("HTTP/1.1 429"), answer);
            assertTrue(answer.endsWith("[\"error\",11010,\"ratelimit: error\"]"), answer);
        }
    }
}
