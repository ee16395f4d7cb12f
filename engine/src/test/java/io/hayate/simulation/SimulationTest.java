package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.MS;
import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.metrics.Counter;
import io.hayate.model.ChannelSpec;
import io.hayate.model.SessionState;
import io.hayate.simulation.SimulationRig.Trader;
import io.hayate.venue.VenueConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Engines and an exchange under one clock: they trade, they fail as networks do, and they replay. */
class SimulationTest {
    private static final ChannelSpec TICKER = ChannelSpec.ticker("tBTCUSD");

    @Test
    void shouldTradeForAnHourWithoutWaiting() {
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
        Trader trader = new Trader(100);
        SimulatedEngine engine = rig.engine(trader, TICKER, ChannelSpec.ticker("tETHUSD"));
        rig.comeLive(engine);

        rig.simulation.runFor(3_600 * SECOND);

        assertEquals(SessionState.LIVE, engine.path().session().state());
        long sent = engine.path().counters().get(Counter.ORDERS_SENT);
        assertTrue(sent > 100, "sent " + sent);
        assertEquals(sent, trader.told.stream().filter(text -> text.contains(" FILL ")).count());
        assertEquals(0, engine.path().orders().openOrders());
        assertEquals(0, engine.path().counters().get(Counter.RECONNECTS));
    }

    @Test
    void shouldReplayFromItsSeed() {
        List<String> first = run(7);

        assertEquals(first, run(7));
        assertNotEquals(first, run(8));
    }

    private static List<String> run(long seed) {
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, seed);
        Trader trader = new Trader(5);
        SimulatedEngine engine = rig.engine(trader, TICKER);
        rig.comeLive(engine);
        for (int i = 1; i <= 20; i++) {
            rig.simulation.runFor(SECOND);
            if (i % 5 == 0) {
                engine.faults().get(0).cutAfter(100L * i);
            }
        }
        assertTrue(engine.path().counters().get(Counter.RECONNECTS) > 0, "it was cut");
        assertFalse(trader.told.isEmpty());
        return trader.told;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 77, 300, 1_000, 10_000})
    void shouldConnectAnewWhenItIsCutAtAnyByte(long bytes) {
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
        SimulatedEngine engine = rig.engine(new Trader(1_000), TICKER);
        rig.comeLive(engine);
        engine.faults().get(0).cutAfter(bytes);

        assertTrue(
                rig.simulation.runUntil(
                        () -> engine.path().counters().get(Counter.RECONNECTS) == 1, 60 * SECOND));
        rig.comeLive(engine);
    }

    @Test
    void shouldGiveAHalfOpenConnectionUpByItsSilence() {
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
        SimulatedEngine engine = rig.engine(new Trader(1_000), TICKER);
        rig.comeLive(engine);
        long sinceNs = rig.simulation.clock().nanoTime();
        engine.faults().get(0).halfOpen(true, true);

        assertTrue(rig.simulation.runUntil(() -> !SimulationRig.isLive(engine), 120 * SECOND));

        long silentNs = rig.simulation.clock().nanoTime() - sinceNs;
        assertTrue(silentNs > 5 * SECOND, "after " + silentNs / MS + " ms");
        rig.comeLive(engine);
        assertEquals(1, rig.connections());
    }

    @Test
    void shouldLoseNothingWhenTheNetworkHoldsMessages() {
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
        Trader trader = new Trader(10);
        SimulatedEngine engine = rig.engine(trader, TICKER);
        rig.comeLive(engine);
        long framesBefore = engine.path().counters().get(Counter.FRAMES);

        engine.faults().get(0).holdDown(rig.simulation.clock().nanoTime() + 3 * SECOND);
        rig.simulation.runFor(2 * SECOND);
        assertEquals(framesBefore, engine.path().counters().get(Counter.FRAMES));
        rig.simulation.runFor(2 * SECOND);

        assertTrue(engine.path().counters().get(Counter.FRAMES) > framesBefore);
        assertEquals(0, engine.path().counters().get(Counter.RECONNECTS));
    }

    @Test
    void shouldTryAgainWhenConnectionsAreRefused() {
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
        SimulatedEngine engine = rig.engine(new Trader(1_000), TICKER);
        engine.faults().get(0).refuse(3);

        rig.comeLive(engine);

        assertTrue(rig.simulation.clock().nanoTime() > SECOND, "it waits between attempts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refused-connection status=503 times=3",
                "refused-connection status=403 times=1",
                "closed-handshake times=2",
                "hanging-handshake times=1"
            })
    void shouldTryAgainWhenTheVenueRefusesTheHandshake(String fault) {
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
        SimulatedEngine engine = rig.engine(new Trader(1_000), TICKER);
        rig.controls().faults().add(fault);

        assertTrue(rig.simulation.runUntil(() -> SimulationRig.isLive(engine), 60 * SECOND));

        long made = rig.controls().faults().active().get(0).made();
        assertTrue(fault.endsWith("times=" + made), fault + ": " + made);
        assertEquals(1, rig.connections());
    }

    @Test
    void shouldLetOrdersWaitWhileTheVenueReadsNothing() {
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
        SimulatedEngine engine = rig.engine(new Trader(2), TICKER);
        rig.comeLive(engine);
        rig.controls().faults().add("slow-reader from=1ms times=1 length=3s");
        rig.simulation.runFor(10 * MS);
        long before = rig.totals().orders();

        rig.simulation.runFor(2 * SECOND);
        assertEquals(before, rig.totals().orders());
        rig.simulation.runFor(2 * SECOND);

        assertTrue(rig.totals().orders() > before);
    }

    @Test
    void shouldLetSeveralEnginesTradeOnOneExchange() {
        SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
        Trader one = new Trader(10);
        Trader two = new Trader(15);
        SimulatedEngine first = rig.engine(one, TICKER);
        SimulatedEngine second = rig.engine(two, TICKER);
        rig.comeLive(first);
        rig.comeLive(second);

        rig.simulation.runFor(60 * SECOND);

        assertTrue(one.told.stream().anyMatch(text -> text.contains(" FILL ")));
        assertTrue(two.told.stream().anyMatch(text -> text.contains(" FILL ")));
    }
}
