package io.hayate.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hayate.event.Commands;
import io.hayate.event.Event;
import io.hayate.event.EventType;
import io.hayate.event.ExecutionReport;
import io.hayate.event.LookEnd;
import io.hayate.model.ConfigException;
import io.hayate.model.Instruments;
import io.hayate.session.AuthSigner;
import io.hayate.venue.TlsConfig;
import io.hayate.venue.VenueConfig;
import io.hayate.venue.server.SimulatedVenue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The thread that asks, against the venue over HTTP, and against servers that answer amiss. */
class OrderHistoryTest {
    private static final long START_MS = 1;
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(60);

    private final Instruments instruments = Instruments.of(List.of("tBTCUSD", "tETHUSD"));
    private final Commands commands = new Commands(SystemNanoClock.INSTANCE);
    private final AtomicLong nonce = new AtomicLong(1_000);
    private final HistoryAccount account =
            new HistoryAccount(
                    SimulatedVenue.DEMO_KEY,
                    new AuthSigner(SimulatedVenue.DEMO_SECRET)::sign,
                    nonce::incrementAndGet);
    private final HeardRest heard = new HeardRest();
    private final List<String> troubles = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private OrderHistory history(URI base) {
        OrderHistory history =
                new OrderHistory(
                        new RestCall(base, account, RestTrust.OF_JDK, new RestTap(heard, () -> 42)),
                        instruments,
                        commands,
                        SystemNanoClock.INSTANCE,
                        troubles::add);
        history.start();
        open.add(history);
        return history;
    }

    /** What a look brings, to its end. */
    private List<String> look(OrderHistory history, long number) {
        assertTrue(history.ask(number, 0, START_MS));
        List<String> told = new ArrayList<>();
        Event event = Event.allocate();
        boolean[] isOver = {false};
        long deadlineNs = System.nanoTime() + TIMEOUT_NS;
        while (!isOver[0] && System.nanoTime() - deadlineNs < 0) {
            commands.late()
                    .poll(
                            (buffer, index) -> {
                                event.copyFrom(buffer, index);
                                assertEquals(number, event.venueSequence());
                                isOver[0] = event.type() == EventType.LOOK_END;
                                told.add(isOver[0] ? end(event) : row(event));
                                return true;
                            });
            Thread.onSpinWait();
        }
        return told;
    }

    private static String row(Event event) {
        ExecutionReport report = new ExecutionReport().wrap(event);
        return report.kind() + " " + report.clientOrderId();
    }

    private static String end(Event event) {
        LookEnd end = new LookEnd().wrap(event);
        return end.isWhole() ? "whole" : end.text();
    }

    private SimulatedVenue venue() {
        SimulatedVenue venue = SimulatedVenue.start(VenueConfig.DEFAULTS.withTickersPerSecond(0));
        open.add(venue);
        return venue;
    }

    private void submit(URI base, String type, String price, long cid) throws Exception {
        RestCall call = new RestCall(base, account, RestTrust.OF_JDK, RestTap.NONE);
        byte[] unused =
                call.post(
                        "/v2/auth/w/order/submit",
                        "{\"type\":\""
                                + type
                                + "\",\"symbol\":\"tBTCUSD\",\"amount\":\"0.01\",\"price\":\""
                                + price
                                + "\",\"cid\":"
                                + cid
                                + "}");
    }

    @Test
    void shouldTellWhatIsOpenWhatEndedAndWhatWasFilled() throws Exception {
        URI base = OrderHistory.restOf(venue().url());
        submit(base, "EXCHANGE LIMIT", "100", 71);
        submit(base, "EXCHANGE MARKET", "0", 72);

        List<String> told = look(history(base), 5);

        assertEquals(List.of("OPEN_ORDER 71", "CLOSED 72", "FILL_FEE 72", "whole"), told);
        assertEquals(List.of(), troubles);
    }

    /** With the certificates of the file alone, as the connection itself. */
    @Test
    void shouldAskOverTlsWhereTheTrustFileHasItsAuthority(@TempDir Path folder) throws Exception {
        VenueConfig quiet = VenueConfig.DEFAULTS.withTickersPerSecond(0);
        try (SimulatedVenue venue = SimulatedVenue.start(quiet.withTls(TlsConfig.MADE))) {
            Path file = Files.writeString(folder.resolve("ca.pem"), venue.certificatePem());
            URI base = OrderHistory.restOf(venue.url());
            assertEquals("https", base.getScheme());
            RestCall trusting = new RestCall(base, account, RestTrust.of(file), RestTap.NONE);
            byte[] list = trusting.post(OpenOrderList.PATH, OpenOrderList.BODY);
            assertEquals("[]", new String(list, StandardCharsets.US_ASCII));
            RestCall other = new RestCall(base, account, RestTrust.OF_JDK, RestTap.NONE);
            assertThrows(
                    IOException.class, () -> other.post(OpenOrderList.PATH, OpenOrderList.BODY));
        }
    }

    @Test
    void shouldRefuseATrustFileThatHoldsNone(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("ca.pem"), "no certificate");
        ConfigException wrong = assertThrows(ConfigException.class, () -> RestTrust.of(file));
        assertEquals("trust-file must hold certificates in PEM: was " + file, wrong.getMessage());
    }

    @Test
    void shouldTryOnceMoreWhenTheConnectionTookALargerNonce() throws Exception {
        URI base = OrderHistory.restOf(venue().url());
        submit(base, "EXCHANGE LIMIT", "100", 71);
        nonce.addAndGet(-1); // as a request behind it has come first

        assertEquals(List.of("OPEN_ORDER 71", "whole"), look(history(base), 6));
        assertTrue(heard.lines.get(0).contains("tBTCUSD|{}|500|[\"error\","), "" + heard.lines);
        assertTrue(heard.lines.get(1).contains("tBTCUSD|{}|200|[["), "" + heard.lines);
    }

    @Test
    void shouldWaitWhenNoNonceIsToBeHad() {
        URI base = OrderHistory.restOf(venue().url());
        nonce.set(-1_000);

        assertEquals(List.of("no nonce is to be had now"), look(history(base), 7));
        assertEquals(
                List.of("/v2/auth/r/orders/tBTCUSD|{}|0|no nonce is to be had no"), heard.lines);
    }

    private URI server(Answer answer) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", answer::give);
        server.start();
        open.add(() -> server.stop(0));
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What a server does with a request. */
    @FunctionalInterface
    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void shouldSayWhyWhenTheVenueRefuses() throws IOException {
        URI base = server(exchange -> answer(exchange, 503, "[\"error\",11000,\"busy\"]"));

        assertEquals(
                List.of("HTTP status 503, [\"error\",11000,\"busy\"]"), look(history(base), 1));
    }

    @Test
    void shouldGiveUpWhenAnAnswerIsTooLong() throws IOException {
        String row = "[1],".repeat(HistoryLook.BYTES_MAX / 4 + 1);
        URI base = server(exchange -> answer(exchange, 200, row));

        assertEquals(List.of("its answer is longer than 1048576 bytes"), look(history(base), 1));
    }

    @Test
    void shouldFollowNoRedirect() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        URI base =
                server(
                        exchange -> {
                            asked.incrementAndGet();
                            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
                            answer(exchange, 307, "");
                        });

        assertEquals(List.of("HTTP status 307"), look(history(base), 1));
        assertEquals(1, asked.get());
    }

    @Test
    void shouldTellOnceWhileNobodyAnswersAndOnceWhenSomebodyDoes() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        URI base =
                server(exchange -> answer(exchange, asked.incrementAndGet() < 3 ? 500 : 200, "[]"));
        OrderHistory history = history(base);

        assertEquals(List.of("HTTP status 500, []"), look(history, 1));
        assertEquals(List.of("HTTP status 500, []"), look(history, 2));
        assertEquals(List.of("whole"), look(history, 3));

        assertEquals(
                List.of(
                        "the venue's history of orders cannot be read: HTTP status 500, []",
                        "the venue's history of orders is read again"),
                troubles);
    }

    @Test
    void shouldEndAtOnceWhileARequestIsUnderWay() throws Exception {
        URI base = server(exchange -> {}); // never answers
        OrderHistory history = history(base);
        assertTrue(history.ask(1, 0, START_MS));

        history.close();
        history.join();
    }
}
