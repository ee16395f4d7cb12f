package io.hayate.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.EngineEnd;
import io.hayate.engine.EngineRig;
import io.hayate.engine.ExitCodes;
import io.hayate.event.CommandType;
import io.hayate.metrics.Counter;
import io.hayate.model.OrderStatus;
import io.hayate.model.SessionState;
import io.hayate.venue.server.SimulatedVenue;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lost, refused and broken connections. */
class ConnectionSystemTest {
    private static final Pattern NONCE = Pattern.compile("\"authNonce\":\"?(\\d+)");

    @TempDir Path state;

    private final SimulatedVenue venue = SimulatedVenue.start(EngineRig.stillVenue());

    @AfterEach
    void stopVenue() {
        venue.close();
    }

    private EngineRig rig(Map<String, Object> settings) {
        return new EngineRig(venue.url(), state, settings);
    }

    static Stream<Named<Consumer<SimulatedVenue>>> faults() {
        return Stream.of(
                Named.of("dropped", v -> v.controls().dropConnections()),
                Named.of("closed", v -> v.controls().closeConnections(1012, "restart")),
                Named.of("stopping", v -> v.controls().sendInfo(20051)),
                Named.of("a masked frame", v -> v.controls().sendMasked("[1,\"hb\"]")),
                Named.of("10 MB", v -> v.controls().sendHuge(10 << 20)),
                Named.of("invalid UTF-8", v -> v.controls().sendInvalidUtf8()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void shouldComeBackAndTradeOn(Consumer<SimulatedVenue> fault) {
        try (EngineRig rig = rig(Map.of())) {
            rig.awaitLive();

            fault.accept(venue);

            rig.await(() -> venue.connectionsOpened() == 2, "another connection");
            rig.awaitLive();
            rig.engine.commands().offer(CommandType.BUY, 0, 0.01);
            rig.await(() -> rig.engine.positions().units(0) == 1_000_000, "a fill");
            assertEquals(1, rig.count(Counter.RECONNECTS));
            assertTrue(rig.strategy.states.contains(SessionState.DISCONNECTED));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 408})
    void shouldTryAgainWhenTheVenueIsBusy(int status) {
        venue.controls().refuseConnections(2, status);

        try (EngineRig rig = rig(Map.of())) {
            rig.awaitLive();
            rig.awaitTold("" + status);
        }
    }

    @Test
    void shouldTryAgainWhenTheHandshakeIsCutOff() {
        venue.controls().closeHandshakes(1);

        try (EngineRig rig = rig(Map.of())) {
            rig.awaitLive();
        }
    }

    @Test
    void shouldRaiseTheNonceOverConnectionsAndStarts() {
        for (int start = 0; start < 2; start++) {
            try (EngineRig rig = rig(Map.of())) {
                rig.awaitLive();
                long opened = venue.connectionsOpened();
                venue.controls().dropConnections();
                rig.await(() -> venue.connectionsOpened() == opened + 1, "another connection");
                rig.awaitLive();
            }
        }

        List<Long> nonces =
                venue.recentFrames().stream()
                        .map(NONCE::matcher)
                        .filter(Matcher::find)
                        .map(found -> Long.valueOf(found.group(1)))
                        .toList();
        assertEquals(4, nonces.size());
        assertEquals(nonces.stream().sorted().distinct().toList(), nonces);
    }

    @Test
    void shouldNeverGiveAClientOrderIdTwiceOverStarts() {
        long first = orderOnce();

        assertTrue(orderOnce() > first);
    }

    private long orderOnce() {
        try (EngineRig rig = rig(Map.of())) {
            rig.awaitLive();
            rig.engine.commands().offer(CommandType.BUY, 0, 0.01);
            rig.await(() -> !rig.strategy.orders.isEmpty(), "an answer");
            return rig.strategy.orders.get(0).clientOrderId();
        }
    }

    @Test
    void shouldCallAnOrderUnknownWhenTheConnectionIsLostUnderIt() {
        venue.controls().swallowOrders(1, true);

        try (EngineRig rig = rig(Map.of())) {
            rig.awaitLive();
            rig.engine.commands().offer(CommandType.BUY, 0, 0.01);

            rig.awaitTold("OUTCOME_UNKNOWN");
            rig.await(() -> venue.connectionsOpened() == 2, "another connection");
            rig.awaitLive();
            rig.await(() -> !rig.strategy.orders.isEmpty(), "the order told to the strategy");
            assertEquals(OrderStatus.UNKNOWN, rig.strategy.orders.get(0).status());
            assertEquals(1, rig.count(Counter.ORDERS_UNKNOWN));
            assertEquals(0, rig.count(Counter.ORDERS_REJECTED));
            assertEquals(1, venue.ordersReceived()); // never sent again
        }
    }

    @Test
    void shouldPauseForMaintenanceAndSendNothing() {
        try (EngineRig rig = rig(Map.of())) {
            rig.awaitLive();
            venue.controls().sendInfo(20060);
            rig.await(() -> rig.strategy.states.contains(SessionState.PAUSED), "a pause");
            rig.engine.commands().offer(CommandType.BUY, 0, 0.01);
            rig.awaitTold("the session is not live");

            venue.controls().sendInfo(20061);
            rig.awaitLive();

            assertEquals(0, venue.ordersReceived());
            assertEquals(1, venue.connectionsOpened());
        }
    }

    @Test
    void shouldNotWaitForConf() {
        venue.controls().holdAnswers("conf", "ping");

        try (EngineRig rig = rig(Map.of())) {
            rig.awaitLive();
            assertEquals(0, rig.count(Counter.SEQUENCE_GAPS));
        }
    }

    @Test
    void shouldReadFragments() {
        venue.controls().fragmentTexts(7);

        try (EngineRig rig = rig(Map.of())) {
            rig.awaitLive();
            rig.engine.commands().offer(CommandType.BUY, 0, 0.01);
            rig.await(() -> rig.engine.positions().units(0) == 1_000_000, "a fill");
        }
    }

    @Test
    void shouldSkipAndCountWhatIsNoJson() {
        try (EngineRig rig = rig(Map.of())) {
            rig.awaitLive();
            venue.controls().sendText("{\"event\":");
            venue.controls().sendText("[1,[1,2");
            venue.controls().sendText("[1,7]");

            rig.await(() -> rig.count(Counter.FRAMES_MALFORMED) == 3, "three skipped");
            assertEquals(1, venue.connectionsOpened());
            assertTrue(rig.engine.isLive());
        }
    }

    @Test
    void shouldHaveTheAccountToldAnewWhenAFrameOfItIsNotUnderstood() {
        try (EngineRig rig = rig(Map.of())) {
            rig.awaitLive();
            venue.controls().sendText("[0,\"wu\",[\"exchange\",7,\"x\"]]");

            rig.await(() -> rig.count(Counter.ACCOUNT_DOUBTS) == 1, "a doubt");
            rig.await(() -> venue.connectionsOpened() == 2, "another connection");
            rig.await(
                    () -> rig.engine.isLive() && !rig.engine.path().session().doubt().exists(),
                    "the account anew");
            assertEquals(2, venue.connectionsOpened());
            assertEquals(1, rig.count(Counter.ACCOUNT_DOUBTS));
            String text = new SessionSummary(rig.engine).text();
            assertTrue(text.contains("in doubt once, not now"), text);
        }
    }

    @Test
    void shouldCallAConnectionThatHeldToTheEndClosedNotLost() {
        EngineRig rig = rig(Map.of());
        rig.awaitLive();
        rig.engine.end().onAsked();
        rig.close();

        String text = new SessionSummary(rig.engine).text();
        assertTrue(text.contains("closed as asked"), text);
        assertFalse(text.contains("DISCONNECTED"), text);
    }

    @Test
    void shouldCallAConnectionLostBeforeTheEndLost() {
        EngineRig rig =
                rig(
                        Map.of(
                                "session.reconnect-delay-min",
                                "20s",
                                "session.reconnect-delay-max",
                                "20s"));
        rig.awaitLive();
        venue.controls().refuseConnections(100, 503);
        venue.controls().dropConnections();
        rig.await(() -> !rig.engine.isLive(), "the loss");
        rig.close();

        String text = new SessionSummary(rig.engine).text();
        assertTrue(text.contains("DISCONNECTED"), text);
    }

    @Test
    void shouldEndWithExitCode3WhenTheVersionIsAnother() {
        Map<String, Object> settings = Map.of("session.connect-timeout", "20s");
        try (EngineRig rig = new EngineRig(venue.url(), state, settings)) {
            rig.awaitLive();
            assertNull(rig.engine.end().reason());
        }
        venue.controls().infoVersion(1);
        try (EngineRig rig = new EngineRig(venue.url(), state, settings)) {
            rig.await(() -> rig.engine.end().reason() != null, "an end");
            assertEquals(ExitCodes.NOT_CONNECTED, rig.engine.end().reason().exitCode());
        }
    }

    @Test
    void shouldEndWithExitCode3WhenNobodyListensThere() {
        URI nobody = URI.create("ws://127.0.0.1:1/ws/2");
        Map<String, Object> settings = Map.of("session.connect-timeout", "4s");

        try (EngineRig rig = new EngineRig(nobody, state, settings)) {
            rig.await(() -> rig.engine.end().reason() != null, "an end");

            EngineEnd.Reason reason = rig.engine.end().reason();
            assertEquals(ExitCodes.NOT_CONNECTED, reason.exitCode());
            assertTrue(reason.text().contains("refused the connection"), reason.text());
        }
    }
}
