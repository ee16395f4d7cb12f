package io.hayate.simulation;

import static io.hayate.simulation.SimulationRig.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hayate.engine.DeadManMode;
import io.hayate.model.ChannelSpec;
import io.hayate.risk.RiskVerdict;
import io.hayate.simulation.SimulationRig.Trader;
import io.hayate.venue.VenueConfig;
import io.hayate.view.command.CommandParser;
import io.hayate.view.command.Request;
import io.hayate.view.terminal.Samples;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dead-man switch is not armed while it would cancel orders of others, unless that is wanted. */
class DeadManArmingTest {
    private static final ChannelSpec TICKER = ChannelSpec.ticker("tBTCUSD");
    private static final String ORDER =
            "{'type':'EXCHANGE LIMIT','symbol':'%s','amount':'0.05','price':'%s','cid':%d}";
    private static final String ARMED = "armed";
    private static final String UNARMED = "not armed";

    private final SimulationRig rig = new SimulationRig(VenueConfig.DEFAULTS, 1);
    private final VenueRecords venue = new VenueRecords(rig.simulation);
    private final List<String> auths = new ArrayList<>();
    private SimulatedEngine engine;
    private OtherProgram other;

    @BeforeEach
    void listen() {
        rig.simulation.listen(this::onText);
    }

    private void onText(boolean up, DirectBuffer text, int offset, int length) {
        String words = text.getStringWithoutLengthAscii(offset, length);
        if (up && words.contains("\"authPayload\"")) {
            auths.add(words.contains("\"dms\":4") ? ARMED : UNARMED);
        }
    }

    private void placeOfOthers() {
        other = new OtherProgram(rig.simulation, SimulationRig.DEMO, "demo-secret", "10.9.0.1");
        rig.simulation.runFor(SECOND);
        other.input("on", ORDER.formatted("tBTCUSD", "80000", 1));
        other.input("on", ORDER.formatted("tETHUSD", "1800", 2));
        assertEquals(2, venue.open().size());
    }

    private void start(DeadManMode mode) {
        engine = rig.engine(mode, new Trader(1_000_000), TICKER);
        rig.comeLive(engine);
        run(3);
    }

    private void run(int seconds) {
        rig.simulation.runFor(seconds * SECOND);
        rig.await(() -> true, () -> "nothing");
    }

    private boolean isTold(String text) {
        return rig.told().stream().anyMatch(line -> line.contains(text));
    }

    private int ours() {
        return engine.path().orders().openOrders();
    }

    private void type(String line) {
        CommandParser parser =
                new CommandParser(
                        Samples.symbols(engine.path().instruments()), 0.01, Samples.words());
        Request request = parser.parse(line);
        assertTrue(engine.path().commands().offer(request.intent()), request.text());
        run(3);
    }

    private long refused(RiskVerdict verdict) {
        return engine.path().orders().refusals().get(verdict);
    }

    @Test
    void shouldArmItAtOnceWhereNobodyElseHasAnOrder() {
        start(DeadManMode.TRUE);
        type("buy 0.01 BTCUSD limit 80000");

        assertEquals(List.of(ARMED), auths);
        assertEquals(1, ours());
    }

    @Test
    void shouldNotArmItAndSendNothingWhileOthersHaveOrders() {
        placeOfOthers();
        start(DeadManMode.TRUE);
        type("buy 0.01 BTCUSD limit 80000");

        assertEquals(List.of(UNARMED), auths);
        assertEquals(0, ours());
        assertTrue(isTold("2 open orders of others on the account, no new order leaves"));
        assertTrue(isTold("orders.dead-man-switch must be force to have that, or false:"));
        assertTrue(isTold("BUY 0.05000000 BTCUSD"), () -> rig.told().toString());
        assertTrue(isTold("BUY 0.05000000 ETHUSD"), () -> rig.told().toString());
        run(3); // it was kept for a while, as the account may have come
        assertEquals(1, refused(RiskVerdict.DEAD_MAN), () -> rig.told().toString());

        rig.engine().path().session().reconnect("a test");
        run(20);
        assertEquals(List.of(UNARMED, UNARMED), auths);
        assertEquals(2, venue.open().size()); // our own close has canceled nothing
    }

    @Test
    void shouldArmItOnAFreshConnectionOnceTheOrdersOfOthersHaveEnded() {
        placeOfOthers();
        start(DeadManMode.TRUE);
        other.input("oc_multi", "{'all':1}");
        run(5);
        type("buy 0.01 BTCUSD limit 80000");

        assertEquals(List.of(UNARMED, ARMED), auths);
        assertTrue(isTold("a fresh connection arms the dead-man switch"));
        assertEquals(1, ours());
    }

    @Test
    void shouldArmItWhateverIsOpenWhereThatIsForced() {
        placeOfOthers();
        start(DeadManMode.FORCE);
        type("buy 0.01 BTCUSD limit 80000");

        assertEquals(List.of(ARMED), auths);
        assertEquals(1, ours());
    }

    @Test
    void shouldNeverArmItWhereItIsOff() {
        placeOfOthers();
        start(DeadManMode.FALSE);
        type("buy 0.01 BTCUSD limit 80000");

        assertEquals(List.of(UNARMED), auths);
        assertEquals(1, ours());
    }

    @Test
    void shouldKeepItArmedWhenOthersOrderLater() {
        start(DeadManMode.TRUE);
        placeOfOthers();
        run(1);
        type("buy 0.01 BTCUSD limit 80000");

        assertEquals(List.of(ARMED), auths);
        assertEquals(1, ours());
    }

    @Test
    void shouldCountOrdersOfARunBeforeAsOurs() {
        engine = rig.engine(DeadManMode.FALSE, new Trader(1_000_000), TICKER);
        rig.comeLive(engine);
        run(1);
        type("buy 0.01 BTCUSD limit 80000");
        engine = rig.restart(DeadManMode.TRUE, new Trader(1_000_000), TICKER);
        rig.comeLive(engine);
        run(3);
        type("buy 0.01 BTCUSD limit 80001");

        assertEquals(List.of(UNARMED, ARMED), auths);
        assertEquals(2, ours());
    }

    @Test
    void shouldArmItOnASecondConnectionWhereTheLookFailed() {
        engine = rig.engine(DeadManMode.TRUE, new Trader(1_000_000), TICKER);
        engine.historyFaults().refuse(1);
        rig.comeLive(engine);
        run(5);
        type("buy 0.01 BTCUSD limit 80000");

        assertEquals(List.of(UNARMED, ARMED), auths);
        assertEquals(1, ours());
    }

    @Test
    void shouldNotArmItWhereTheLookFailedAndOthersHaveOrders() {
        placeOfOthers();
        engine = rig.engine(DeadManMode.TRUE, new Trader(1_000_000), TICKER);
        engine.historyFaults().refuse(1);
        rig.comeLive(engine);
        run(5);

        assertEquals(List.of(UNARMED), auths);
        assertTrue(isTold("2 open orders of others on the account, no new order leaves"));
    }
}
