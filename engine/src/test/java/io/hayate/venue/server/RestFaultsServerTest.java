package io.hayate.venue.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.venue.VenueConfig;
import io.hayate.venue.rest.SignedClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers to orders that are lost or late, over real HTTP. */
class RestFaultsServerTest {
    private static final int TIMEOUT_MS = 30_000;
    private static final String SUBMIT = "w/order/submit";
    private static final String ORDER =
            "{\"type\":\"EXCHANGE LIMIT\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\",\"price\":\"1000\",\"cid\":77}";
    private static final String LAST =
            "GET /v2/platform/status HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";

    private final SimulatedVenue venue =
            SimulatedVenue.start(VenueConfig.DEFAULTS.withTickersPerSecond(0));
    private final SignedClient client = SignedClient.demo();

    @AfterEach
    void close() {
        venue.close();
    }

    private Socket send(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), venue.port());
        socket.setSoTimeout(TIMEOUT_MS);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** All that comes until the connection ends. */
    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private String openOrders() throws IOException {
        try (Socket socket = send(client.http("r/orders", "{}") + LAST)) {
            return rest(socket);
        }
    }

    @Test
    void shouldCloseTheConnectionWithoutAByteWhenTheAnswerIsLost() throws IOException {
        venue.controls().faults().add("lost-ack times=1");

        try (Socket socket = send(client.http(SUBMIT, ORDER))) {
            assertEquals("", rest(socket));
        }
        assertTrue(openOrders().contains(",77,"));
    }

    @Test
    void shouldAnswerForTheGatewayWhenTheAnswerIsLostBehindIt() throws IOException {
        venue.controls().faults().add("lost-ack rest=504");

        try (Socket socket = send(client.http(SUBMIT, ORDER) + LAST)) {
            String answers = rest(socket);

            assertTrue(answers.startsWith("HTTP/1.1 504 Gateway Timeout\r\n"), answers);
            assertTrue(answers.endsWith("[1]"), answers);
        }
        assertTrue(openOrders().contains(",77,"));
    }

    @Test
    void shouldSayNothingAndServeOthersWhenTheAnswerIsHeld() throws IOException {
        venue.controls().faults().add("lost-ack rest=held");

        try (Socket socket = send(client.http(SUBMIT, ORDER) + LAST)) {
            while (venue.totals().orders() == 0) {
                Thread.onSpinWait();
            }
            assertTrue(openOrders().contains(",77,"));
            assertEquals(0, socket.getInputStream().available());
            venue.close();
            assertEquals("", rest(socket));
        }
    }

    @Test
    void shouldKeepTheOrderOfAnswersWhenOneIsLate() throws IOException {
        venue.controls().faults().add("late-ack delay=100ms");
        venue.controls().faults().add("late-request delay=100ms");

        try (Socket socket =
                send(
                        client.http(SUBMIT, ORDER)
                                + client.http("r/orders", "{}")
                                + client.http(SUBMIT, ORDER)
                                + LAST)) {
            String answers = rest(socket);

            assertTrue(
                    answers.matches("(?s).*on-req.*\r\n\\[\\[\\d+,null,77,.*on-req.*\\[1]"),
                    answers);
        }
    }

    @Test
    void shouldLoseNothingElseWhenAClientDoesNotWaitForItsLateAnswer() throws IOException {
        venue.controls().faults().add("late-request delay=100ms times=1");

        send(client.http(SUBMIT, ORDER)).close();
        while (venue.totals().accepted() == 0) {
            Thread.onSpinWait();
        }

        assertTrue(openOrders().contains(",77,"));
    }
}
