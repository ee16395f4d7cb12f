package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.MS;
import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.guard.KillGuard;
import io.hayate.journal.JournalReader;
import io.hayate.journal.NoteRecord;
import io.hayate.journal.RecordType;
import io.hayate.model.ChannelSpec;
import io.hayate.order.AbsentOrders;
import io.hayate.simulation.SimulationRig.Trader;
import io.hayate.venue.VenueConfig;
import io.hayate.view.command.CommandParser;
import io.hayate.view.command.Request;
import io.hayate.view.terminal.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the kill switch cannot cancel over the connection is canceled by REST, and by REST alone what it cannot. */
class KillByRestTest {
    private static final ChannelSpec TICKER = ChannelSpec.ticker("tBTCUSD");
    private static final String MANY = "/v2/auth/w/order/cancel/multi ";
    private static final String LIST = "/v2/auth/r/orders {}";

    private final SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
    private final VenueRecords venue = new VenueRecords(rig.simulation);
    private final List<String> told = new ArrayList<>();
    private SimulatedEngine engine;
    private RestOfExchange rest;
    private KillGuard guard;

    @BeforeEach
    void rest() {
        engine =
                rig.simulation.engine(
                        SimulationRig.config(AbsentOrders.HOLD, false, TICKER), // no dead man
                        SimulationRig.DEMO,
                        new Trader(1_000_000));
        rig.comeLive(engine);
        rig.simulation.runFor(SECOND);
        rest = new RestOfExchange(rig.simulation, engine.disk());
        guard =
                new KillGuard(
                        engine.path().halt(),
                        engine.openNumbers(),
                        engine.path().orders().others().foreign()::count,
                        new KillGuard.KillVenue(rest, engine.path().instruments()),
                        rig.simulation.clock()::nanoTime,
                        told::add);
        type("buy 0.01 BTCUSD limit 80000");
        type("buy 0.02 BTCUSD limit 80001");
        type("buy 0.03 BTCUSD limit 80002");
        assertEquals(3, venue.open().size());
    }

    private void type(String line) {
        CommandParser parser =
                new CommandParser(
                        Samples.symbols(engine.path().instruments()), 0.01, Samples.words());
        Request request = parser.parse(line);
        assertTrue(engine.path().commands().offer(request.intent()), request.text());
        run(2);
    }

    /** The simulation goes on for so many seconds, and its guard looks as often as its thread would. */
    private void run(int seconds) {
        for (int i = 0; i < 10 * seconds; i++) {
            rig.simulation.runFor(100 * MS);
            look();
        }
    }

    private void look() {
        try {
            guard.look();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isTold(String text) {
        return told.stream().anyMatch(line -> line.contains(text));
    }

    @Test
    void shouldAskForNothingWhereTheConnectionCancels() {
        engine.path().halt().kill("a test");
        run(10);

        assertEquals(0, venue.open().size());
        assertEquals(List.of(), rest.asked);
        assertEquals(List.of(), told);
        assertTrue(guard.isSettled());
    }

    @Test
    void shouldAskForNothingWhereTradingIsHaltedAlone() {
        engine.path().halt().begin("a test");
        engine.path().halt().end();
        run(10);

        assertEquals(3, venue.open().size());
        assertEquals(List.of(), rest.asked);
    }

    @Test
    void shouldCancelOursWhileTheStrategyNeverReturns() {
        rig.simulation.holdUp(engine, 10 * SECOND);
        engine.path().halt().kill("a test");
        assertFalse(guard.isSettled());
        run(1);
        assertEquals(List.of(), rest.asked);
        run(3);

        assertEquals(0, venue.open().size());
        assertEquals(2, rest.asked.size(), rest.asked::toString);
        assertTrue(rest.asked.get(0).contains(MANY + "{\"id\":["), rest.asked::toString);
        assertTrue(rest.asked.get(1).endsWith(LIST), rest.asked::toString);
        assertEquals(
                List.of(
                        "kill: 3 open orders not confirmed canceled within 2 s;"
                                + " canceled by REST now",
                        "kill by REST: the venue lists 0 open orders of ours",
                        "kill by REST: none of the orders is open at the venue any more"),
                told);
        assertTrue(guard.isSettled());
        assertEquals(3, engine.path().orders().openOrders()); // it has heard of nothing
        run(15);
        assertEquals(0, engine.path().orders().openOrders()); // and hears it from the venue
        assertEquals(2, rest.asked.size());
    }

    /** Its own thread writes no journal: the strategy's has its steps once it turns again. */
    @Test
    void shouldHaveItsStepsInTheJournalOnceTheStrategyReturns() {
        rig.simulation.holdUp(engine, 10 * SECOND);
        engine.path().halt().kill("a test");
        run(15);

        List<String> kills = kills();
        assertTrue(kills.contains("0 a test"), kills::toString);
        assertTrue(kills.contains("0 " + told.get(0)), kills::toString);
        String taken = "canceled by REST, which the venue has taken";
        assertEquals(3, kills.stream().filter(line -> line.endsWith(taken)).count());
        assertEquals(0, kills.stream().filter(line -> line.equals("0 " + taken)).count());
    }

    private List<String> kills() {
        List<String> kills = new ArrayList<>();
        NoteRecord note = new NoteRecord();
        JournalReader reader = new JournalReader(engine.disk().journal());
        while (reader.next()) {
            if (reader.record().type() == RecordType.KILL) {
                note.wrap(reader.record());
                kills.add(reader.record().clientOrderId() + " " + note.text());
            }
        }
        return kills;
    }

    @Test
    void shouldCancelOursWhileTheVenueIsSilentOnTheConnection() {
        engine.faults().get(0).halfOpen(true, true);
        engine.path().halt().kill("a test");
        run(5);

        assertEquals(0, venue.open().size());
        assertTrue(guard.isSettled());
    }

    @Test
    void shouldNameAnOrderByOursWhereTheVenueHasNotNumberedIt() {
        engine.faults().get(0).halfOpen(false, true); // it takes orders, and no word comes back
        type("buy 0.04 BTCUSD limit 80003");
        assertEquals(4, venue.open().size());
        engine.path().halt().kill("a test");
        rig.simulation.holdUp(engine, 10 * SECOND);
        run(6);

        assertEquals(0, venue.open().size(), rest.asked::toString);
        assertTrue(
                rest.asked.get(1).contains("/v2/auth/w/order/cancel {\"cid\":"),
                rest.asked::toString);
        assertTrue(rest.asked.get(1).contains(",\"cid_date\":\"2023-11-1"), rest.asked::toString);
    }

    @Test
    void shouldAskOnForAMinuteForAnOrderThatMayStillCome() {
        engine.faults().get(0).halfOpen(true, true);
        type("buy 0.04 BTCUSD limit 80003"); // it never comes
        engine.path().halt().kill("a test");
        rig.simulation.holdUp(engine, 200 * SECOND);
        run(10);
        assertFalse(guard.isSettled());
        assertTrue(isTold("1 order that it never numbered may come: asked again"));
        run(90);

        assertTrue(guard.isSettled());
        assertTrue(rest.asked.size() < 12, rest.asked::toString);
    }

    @Test
    void shouldTellAndTryAgainWhileRestRefuses() {
        rest.refuse(4);
        rig.simulation.holdUp(engine, 100 * SECOND);
        engine.path().halt().kill("a test");
        run(30);

        assertEquals(0, venue.open().size());
        assertEquals(1, told.stream().filter(line -> line.contains("HTTP status 503")).count());
        assertTrue(guard.isSettled());
    }

    @Test
    void shouldGiveUpAfterManyRequestsAndBeginAnewWithTheNextKill() {
        rest.refuse(Integer.MAX_VALUE);
        rig.simulation.holdUp(engine, 10_000 * SECOND);
        engine.path().halt().kill("a test");
        run(2_500);

        assertEquals(60, rest.asked.size());
        assertTrue(isTold("given up after 60 requests"), told::toString);
        assertTrue(guard.isSettled());
        rest.refuse(0);
        engine.path().halt().kill("again");
        run(6);
        assertEquals(0, venue.open().size());
    }

    @Test
    void shouldSendOneRequestASecondAtMost() {
        rig.simulation.holdUp(engine, 100 * SECOND);
        rest.refuse(3);
        engine.path().halt().kill("a test");
        run(30);

        long before = Long.MIN_VALUE;
        for (String each : rest.asked) {
            long ms = Long.parseLong(each.substring(0, each.indexOf(' ')));
            assertTrue(before == Long.MIN_VALUE || ms - before >= 1_000, rest.asked::toString);
            before = ms;
        }
    }

    @Test
    void shouldLeaveOrdersOfOthersUnlessTheAccountIsKilled() {
        OtherProgram other =
                new OtherProgram(rig.simulation, SimulationRig.DEMO, "demo-secret", "10.9.0.1");
        other.input(
                "on",
                "{'type':'EXCHANGE LIMIT','symbol':'tBTCUSD','amount':'0.05','price':'80004'}");
        run(2);
        rig.simulation.holdUp(engine, 100 * SECOND);
        engine.path().halt().kill("a test");
        run(6);
        assertEquals(1, venue.open().size());
        assertTrue(guard.isSettled(), () -> rest.asked + "" + told);

        engine.path().halt().killAccount("a test");
        run(6);
        assertEquals(0, venue.open().size());
        assertTrue(
                rest.asked.stream().anyMatch(each -> each.endsWith(MANY + "{\"all\":1}")),
                () -> rest.asked + "" + told);
        assertTrue(guard.isSettled());
    }

    @Test
    void shouldEndWhenTradingIsResumed() {
        rest.refuse(Integer.MAX_VALUE);
        rig.simulation.holdUp(engine, 100 * SECOND);
        engine.path().halt().kill("a test");
        run(5);
        engine.path().halt().resume();
        int before = rest.asked.size();
        run(60);

        assertEquals(before, rest.asked.size());
        assertTrue(guard.isSettled());
        assertFalse(isTold("any more"));
    }
}
