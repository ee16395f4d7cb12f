package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.DeadManMode;
import io.hayate.model.ChannelSpec;
import io.hayate.simulation.SimulationRig.Trader;
import io.hayate.venue.VenueConfig;
import io.hayate.view.command.CommandParser;
import io.hayate.view.command.Request;
import io.hayate.view.terminal.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders of others on the same account are seen and shown, and canceled by the account's kill alone. */
class ForeignOrdersSimulationTest {
    private static final ChannelSpec TICKER = ChannelSpec.ticker("tBTCUSD");

    private final SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
    private final SimulatedEngine other = rig.engine(new Trader(1_000_000), TICKER);
    private SimulatedEngine engine;
    private final VenueRecords venue = new VenueRecords(rig.simulation);

    @BeforeEach
    void comeLive() {
        rig.comeLive(other);
        rig.simulation.runFor(SECOND);
        type(other, "buy 0.01 BTCUSD limit 80000");
        type(other, "buy 0.02 BTCUSD limit 80001");
        engine = rig.engine(DeadManMode.FORCE, new Trader(1_000_000), TICKER);
        rig.comeLive(engine);
        rig.simulation.runFor(SECOND);
        type(engine, "buy 0.03 BTCUSD limit 80002");
        assertEquals(3, venue.open().size(), () -> told().toString() + venue.open());
    }

    private void type(SimulatedEngine to, String line) {
        CommandParser parser =
                new CommandParser(Samples.symbols(to.path().instruments()), 0.01, Samples.words());
        Request request = parser.parse(line);
        assertEquals(Request.Kind.ENGINE, request.kind(), request.text());
        assertTrue(
                request.intent() == null
                        ? to.path()
                                .commands()
                                .offer(request.command(), request.targetId(), request.amount())
                        : to.path().commands().offer(request.intent()));
        rig.simulation.runFor(3 * SECOND);
    }

    private int foreign() {
        return engine.path().orders().others().foreign().count();
    }

    private List<String> told() {
        rig.await(() -> true, () -> "nothing");
        return new ArrayList<>(rig.told());
    }

    private boolean isTold(String text) {
        return told().stream().anyMatch(line -> line.contains(text));
    }

    @Test
    void shouldSeeThemAndCountNoneAsOurs() {
        assertEquals(2, foreign());
        assertEquals(1, engine.path().orders().openOrders());
        type(other, "cancel all");
        assertEquals(0, foreign());
        assertEquals(1, engine.path().orders().openOrders());
        assertFalse(engine.path().halt().isOn());
    }

    @Test
    void shouldLeaveThemToTheirOwnersWhenOursAreKilled() {
        engine.path().halt().kill("a test");
        rig.simulation.runFor(5 * SECOND);

        assertEquals(2, venue.open().size());
        assertEquals(0, engine.path().orders().openOrders());
        assertTrue(isTold("2 open orders of others stay; kill account 2 cancels them"));
        assertTrue(isTold("BUY 0.01"), () -> told().toString());
    }

    @Test
    void shouldCancelThemWhenTheAccountIsKilledWithTheirNumber() {
        type(engine, "kill account 2");

        assertEquals(0, venue.open().size());
        assertTrue(engine.path().halt().isOn());
        assertEquals(0, foreign());
        assertTrue(isTold("kill cancels 2 open orders of others, too"), () -> told().toString());
    }

    @Test
    void shouldDoNothingWhenAnotherNumberIsTyped() {
        type(engine, "kill account 3");

        assertEquals(3, venue.open().size());
        assertFalse(engine.path().halt().isOn());
    }

    @Test
    void shouldCancelThemByEachKillWhereTheSettingsSaySo() {
        engine.path().halt().killsAccount(true);
        engine.path().halt().kill("a test");
        rig.simulation.runFor(5 * SECOND);

        assertEquals(0, venue.open().size());
    }

    @Test
    void shouldKeepToOursAgainOnceTradingIsResumed() {
        type(engine, "kill account 2");
        type(engine, "resume 0");
        type(other, "buy 0.01 BTCUSD limit 80000");
        assertEquals(1, venue.open().size());

        engine.path().halt().kill("another");
        rig.simulation.runFor(5 * SECOND);
        assertEquals(1, venue.open().size());
    }

    @Test
    void shouldTellThatACanceledOrderReducedThePosition() {
        type(engine, "buy 0.02 BTCUSD");
        type(engine, "sell 0.02 BTCUSD limit 120000");

        engine.path().halt().kill("a test");
        rig.simulation.runFor(5 * SECOND);

        assertTrue(isTold("which would have reduced the position"), () -> told().toString());
    }
}
